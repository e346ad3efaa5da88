"""From a form drawn in Designer to a module a strict type checker can read."""

import ast
import os
from pathlib import Path
from types import ModuleType

import pytest

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0">
 <class>Row</class>
 <widget class="{root}" name="Row">
  <layout class="QVBoxLayout" name="column">
   <item><widget class="QLabel" name="asked"><property name="text"><string>How was it?</string></property></widget></item>
   <item><widget class="AnswerRow" name="answer"/></item>
  </layout>
 </widget>
 <customwidgets>
  <customwidget><class>AnswerRow</class><extends>QWidget</extends><header>{home}</header></customwidget>
 </customwidgets>
</ui>
"""


def module_of(generate: ModuleType, folder: Path, *, root: str, home: str) -> str:
    form, module = folder / "row.ui", folder / "row.py"
    form.write_text(FORM.format(root=root, home=home), encoding="utf-8")
    generate.write_form(form, module)
    return module.read_text(encoding="utf-8")


@pytest.mark.parametrize("root", ["QWidget", "QDialog", "AnswerRow"])
def test_the_methods_of_a_form_say_what_they_take(generate: ModuleType, tmp_path: Path, root: str) -> None:
    code = module_of(generate, tmp_path, root=root, home="therapy_diary.widgets.answer_row")
    assert f"def setupUi(self, Row: {root}) -> None:" in code
    assert f"def retranslateUi(self, Row: {root}) -> None:" in code


@pytest.mark.parametrize("root", ["QWidget", "AnswerRow"])
def test_a_form_imports_what_it_uses_and_nothing_else(
    generate: ModuleType, tmp_path: Path, root: str
) -> None:
    code = ast.parse(module_of(generate, tmp_path, root=root, home="therapy_diary/widgets/answer_row.h"))
    imported = {
        alias.name: node.module
        for node in ast.walk(code)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    used = {node.id for node in ast.walk(code) if isinstance(node, ast.Name)}
    assert imported.keys() <= used
    assert imported["AnswerRow"] == "therapy_diary.widgets.answer_row"
    assert imported.keys() >= {root, "QLabel", "QVBoxLayout", "QCoreApplication"}


def test_a_form_that_reaches_beyond_our_own_controls_is_refused(generate: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="AnswerRow must come from"):
        module_of(generate, tmp_path, root="QWidget", home="therapy_diary.views.answer_row")


def test_a_form_is_written_again_only_when_it_has_changed(
    generate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    source, output = tmp_path / "row.ui", tmp_path / "row.py"
    source.write_text("form", encoding="utf-8")
    written: list[Path] = []

    def write(source: Path, output: Path) -> None:
        written.append(source)
        output.write_text("module", encoding="utf-8")

    generate.bring_up_to_date({output: source}, write)
    generate.bring_up_to_date({output: source}, write)
    assert len(written) == 1
    later = output.stat().st_mtime + 1
    os.utime(source, (later, later))
    generate.bring_up_to_date({output: source}, write)
    assert len(written) == 2
    assert sorted(it.name for it in tmp_path.iterdir()) == ["row.py", "row.ui"]
