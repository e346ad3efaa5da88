/* A disk that takes its time: every call that waits for it takes SLOW_DISK_MS milliseconds longer. Loaded with LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static void wait_a_while(void)
{
    const char *said = getenv("SLOW_DISK_MS");
    long ms = said ? atol(said) : 0;
    struct timespec left = {ms / 1000, ms % 1000 * 1000000};
    while (nanosleep(&left, &left)) {}
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name)) dlsym(RTLD_NEXT, #name)

int fsync(int fd) { REAL(fsync); wait_a_while(); return real(fd); }
int fdatasync(int fd) { REAL(fdatasync); wait_a_while(); return real(fd); }
