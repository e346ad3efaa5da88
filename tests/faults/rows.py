"""What the reference asks to be tested, row by row, and which tests do it. run_full.py runs exactly these."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row of section 6 of the security reference."""

    number: int
    what: str
    tests: tuple[str, ...]
    """Files, or tests in them; a test whose name says control must see a careless program fail."""

    def holds(self, file: str, test: str) -> bool:
        """Whether this test of this file belongs to the row."""
        return any(file == path and test.startswith(name) for path, _, name in map(_parted, self.tests))


def _parted(test: str) -> tuple[str, str, str]:
    return test.partition("::")


def _here(*names: str) -> tuple[str, ...]:
    return tuple(f"tests/faults/test_{it}" for it in names)


ROWS = (
    Row(1, "killed while saving", _here("kill_while_saving.py")),
    Row(2, "power lost while saving", _here("power_loss.py")),
    Row(3, "disk full at any size", _here("full_disk.py")),
    Row(4, "n-th write, rename or fsync fails, each n", _here("failing_disk.py")),
    Row(5, "byte flipped anywhere; rescue", _here("flipped_bytes.py")),
    Row(
        6,
        "cut, emptied, garbage, plaintext, link, newer, foreign",
        (
            "tests/storage/test_connection.py::test_what_is_not_a_whole_diary_is_refused",
            "tests/storage/test_connection.py::test_control",
            "tests/storage/test_connection.py::test_a_key_of_another_length",
            "tests/storage/test_connection.py::test_a_new_diary_never_takes_the_place",
        ),
    ),
    Row(7, "file replaced, deleted, moved, overwritten, emptied while open", _here("file_replaced.py")),
    Row(8, "two and three starts at once", _here("several_starts.py")),
    Row(9, "killed in backup, restore, key change, migration", _here("kill_in_between.py")),
    Row(
        10,
        "key file spoiled: structure, and guided by coverage",
        _here(
            "spoiled_files.py::test_a_spoiled_key_file",
            "spoiled_files.py::test_no_key_file",
            "spoiled_files.py::test_control_a_reader",
        ),
    ),
    Row(
        11,
        "backup spoiled",
        (
            *_here("spoiled_files.py::test_a_spoiled_backup", "spoiled_files.py::test_control_an_unpacker"),
            "tests/vault/test_backup.py::test_a_bundle_that_is_not_as_we_write_it",
            "tests/vault/test_backup.py::test_a_small_file_that_would_unpack_to_gigabytes",
        ),
    ),
    Row(
        12,
        "files to bring in, fuzzed",
        ("tests/exchange/test_fuzz.py", "tests/exchange/test_bad_sources.py", "tests/exchange/test_tar.py"),
    ),
    Row(13, "each state of a real keyring", _here("keyring_matrix.py")),
    Row(14, "canary in all traced writes, and on a raw disk", _here("canary.py", "raw_disk.py")),
    Row(15, "memory of the lock page", _here("memory_after_lock.py")),
    Row(16, "each reason to lock in each moment", _here("locks.py")),
    Row(17, "mistakes and deaths of the program", (*_here("crashes.py"), "tests/unit/test_mishap.py")),
    Row(
        18,
        "files outside, what is selected",
        (
            *_here(
                "files_outside.py::test_a_whole_session",
                "files_outside.py::test_a_lock_takes",
                "files_outside.py::test_control_a_careless",
            ),
            "tests/qt/test_nothing_outside.py::test_what_is_selected",
        ),
    ),
    Row(
        19,
        "no network",
        _here("files_outside.py::test_a_whole_session", "files_outside.py::test_control_a_program_that_asks"),
    ),
    Row(
        20,
        "recovery code mistyped; from the code to a new start",
        (*_here("mistyped_codes.py"), "tests/keys/test_recovery.py"),
    ),
    Row(21, "a diary and a backup of each release", _here("released_formats.py")),
    Row(22, "a long time in one process", _here("soak.py")),
    Row(23, "wrong libraries", (*_here("dependency_guard.py"), "tests/qt/test_binding.py")),
)
