/* A disk that takes its time: every call that waits for it takes SLOW_DISK_MS milliseconds longer, and does not come back
   at all while the file SLOW_DISK_WHILE is there. Loaded with LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static void pause_for(long ms)
{
    struct timespec left = {ms / 1000, ms % 1000 * 1000000};
    while (nanosleep(&left, &left)) {}
}

static void wait_a_while(void)
{
    const char *said = getenv("SLOW_DISK_MS"), *file = getenv("SLOW_DISK_WHILE");
    if (said) pause_for(atol(said));
    while (file && access(file, F_OK) == 0) pause_for(5);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name)) dlsym(RTLD_NEXT, #name)

int fsync(int fd) { REAL(fsync); wait_a_while(); return real(fd); }
int fdatasync(int fd) { REAL(fdatasync); wait_a_while(); return real(fd); }
