/* The wall clock of one program and all it starts, moved by as many seconds as a file says; monotonic time stays as it is. */
struct timespec { long seconds, nanoseconds; };
struct timeval { long seconds, microseconds; };
extern void *dlsym(void *from, const char *name);
extern char *getenv(const char *name);
extern int open(const char *path, int flags, ...);
extern void *mmap(void *at, unsigned long length, int protection, int flags, int file, long offset);

static volatile long *turned;
static long none;

static long seconds(void) {
  if (!turned) {
    const char *path = getenv("TURNED_CLOCK_FILE");
    int file = path ? open(path, 0) : -1;
    /* To be read, shared: what is written into the file later is there at once. */
    void *shared = file < 0 ? (void *)-1 : mmap(0, sizeof(long), 1, 1, file, 0);
    turned = shared == (void *)-1 ? &none : (volatile long *)shared;
  }
  return *turned;
}

int clock_gettime(int clock, struct timespec *at) {
  static int (*own)(int, struct timespec *);
  if (!own) own = dlsym((void *)-1, "clock_gettime");
  int failed = own(clock, at);
  if (!failed && (clock == 0 || clock == 5)) at->seconds += seconds();
  return failed;
}

int gettimeofday(struct timeval *at, void *zone) {
  static int (*own)(struct timeval *, void *);
  if (!own) own = dlsym((void *)-1, "gettimeofday");
  int failed = own(at, zone);
  if (!failed && at) at->seconds += seconds();
  return failed;
}

long time(long *at) {
  struct timespec now;
  clock_gettime(0, &now);
  if (at) *at = now.seconds;
  return now.seconds;
}
