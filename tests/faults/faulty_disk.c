/* Lets the n-th call that changes something on the disk fail, or pretend to succeed. Loaded with LD_PRELOAD.
   fault_after(n, error, forever): the n-th call from now fails with this errno; forever: every later one too.
   error 0: the call says it succeeded and does nothing, as a disk that lies. fault_calls(): how many there were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long left = 0, calls = 0;
static int code = 0, forever = 0, armed = 0;

void fault_after(long n, int error, int on) { left = n; code = error; forever = on; calls = 0; armed = n > 0; }
long fault_calls(void) { return calls; }

static int now(void)
{
    if (!armed) return 0;
    calls++;
    if (left > 1) { left--; return 0; }
    if (!forever) armed = 0;
    return 1;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name)) dlsym(RTLD_NEXT, #name)
#define FAIL(done) do { if (!code) return done; errno = code; return -1; } while (0)

ssize_t write(int fd, const void *b, size_t n) { REAL(write); if (fd > 2 && now()) FAIL((ssize_t) n); return real(fd, b, n); }
ssize_t pwrite(int fd, const void *b, size_t n, off_t o) { REAL(pwrite); if (now()) FAIL((ssize_t) n); return real(fd, b, n, o); }
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t o) { REAL(pwrite64); if (now()) FAIL((ssize_t) n); return real(fd, b, n, o); }
int fsync(int fd) { REAL(fsync); if (now()) FAIL(0); return real(fd); }
int fdatasync(int fd) { REAL(fdatasync); if (now()) FAIL(0); return real(fd); }
int ftruncate(int fd, off_t n) { REAL(ftruncate); if (now()) FAIL(0); return real(fd, n); }
int ftruncate64(int fd, off64_t n) { REAL(ftruncate64); if (now()) FAIL(0); return real(fd, n); }
int rename(const char *a, const char *b) { REAL(rename); if (now()) FAIL(0); return real(a, b); }
int renameat(int x, const char *a, int y, const char *b) { REAL(renameat); if (now()) FAIL(0); return real(x, a, y, b); }
int unlink(const char *a) { REAL(unlink); if (now()) FAIL(0); return real(a); }
int mkdir(const char *a, mode_t m) { REAL(mkdir); if (now()) FAIL(0); return real(a, m); }

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        mode_t mode = 0; \
        REAL(name); \
        if (flags & O_CREAT) { \
            va_list more; \
            va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); \
            if (code && now()) { errno = code; return -1; } \
        } \
        return real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)
