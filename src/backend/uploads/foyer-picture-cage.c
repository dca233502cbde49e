/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-picture-cage.c - what a process gives up before it looks at what strangers have sent */

#include "uploads/foyer-picture-cage.h"

#include <errno.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* 50 million pixels of four bytes, their turned copy, and the libraries. */
#define MOST_MEMORY (768u * 1024 * 1024)
#define LONGEST_FILE (64u * 1024 * 1024)

static gboolean
limit (int resource, rlim_t value)
{
  struct rlimit both = { value, value };

  return setrlimit ((__rlimit_resource_t) resource, &both) == 0;
}

/* Everything else answers "not allowed". */
static gboolean
allow_calls (void)
{
  static const char *const calls[] = {
    "read",          "write",        "lseek",    "fstat",      "newfstatat", "close",        "mmap",
    "munmap",        "mremap",       "mprotect", "madvise",    "brk",        "futex",        "getrandom",
    "clock_gettime", "gettimeofday", "getpid",   "gettid",     "tgkill",     "rt_sigaction", "rt_sigprocmask",
    "rt_sigreturn",  "sched_yield",  "exit",     "exit_group",
  };
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean good = filter != NULL;

  for (guint i = 0; good && i < G_N_ELEMENTS (calls); i++)
    good = seccomp_rule_add (filter, SCMP_ACT_ALLOW, seccomp_syscall_resolve_name (calls[i]), 0) == 0;
  good = good && seccomp_load (filter) == 0;
  if (filter != NULL)
    seccomp_release (filter);
  return good;
}

gboolean
foyer_picture_cage_close (guint seconds)
{
  alarm (seconds);
  return limit (RLIMIT_AS, MOST_MEMORY) && limit (RLIMIT_CPU, seconds) && limit (RLIMIT_FSIZE, LONGEST_FILE)
         && limit (RLIMIT_CORE, 0) && limit (RLIMIT_NPROC, 0) && limit (RLIMIT_NOFILE, 3)
         && prctl (PR_SET_DUMPABLE, 0) == 0 && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && allow_calls ();
}
