/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-faulty-disk.h"
#include "foyer-proof.h"

G_BEGIN_DECLS

/**
 * FoyerDiary:
 *
 * What a session was told, line by line, in a place that survives the end of its process: "made 3", "refused 4". Whatever stands in it must
 * still be true afterwards.
 */
typedef struct _FoyerDiary FoyerDiary;

void foyer_diary_write (FoyerDiary *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * foyer_diary_has:
 *
 * Returns: whether that line stands in it
 */
gboolean foyer_diary_has (FoyerDiary *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * foyer_diary_find:
 * @start: of a line
 *
 * Returns: (transfer none) (nullable): the rest of the last line that begins so
 */
const char *foyer_diary_find (FoyerDiary *self, const char *start);

/**
 * FoyerJudge:
 * @proof: where lost, doubled and diverged things are counted
 * @where: which run it is, for what is printed
 */
typedef struct {
  FoyerProof *proof;
  char *where;
} FoyerJudge;

void foyer_judge_lost (FoyerJudge *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void foyer_judge_doubled (FoyerJudge *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void foyer_judge_corrupt (FoyerJudge *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * foyer_judge_check_file:
 *
 * Counts a database that SQLite's integrity check finds fault with.
 */
void foyer_judge_check_file (FoyerJudge *self, const char *path);

/**
 * FoyerCrashSession:
 * @prepare: makes the folder that every run begins with
 * @play: does its work in a child process, on a disk that may fail at any moment, and says in the diary what it was told
 * @judge: looks, with a good disk, at what is left, and goes on working with it
 *
 * What is interrupted everywhere.
 */
typedef struct {
  const char *name;
  void (*prepare) (const char *directory);
  void (*play) (const char *directory, FoyerDiary *diary);
  void (*judge) (const char *directory, FoyerDiary *diary, FoyerJudge *judge);
} FoyerCrashSession;

extern const FoyerCrashSession foyer_crash_console;
extern const FoyerCrashSession foyer_crash_first_start;
extern const FoyerCrashSession foyer_crash_server;

/**
 * foyer_crash_run:
 * @base: what @session prepared
 * @fault: what goes wrong
 * @point: where
 * @judged: (nullable) (element-type utf8 guint64): what was found in order; where the same files and the same diary are left once more, the
 *   judge is not asked again
 * @places: (nullable) (element-type guint64): for %FOYER_FAULT_MEMORY_ONCE at no point: filled with the allocations that are the first to be
 *   come to in their way
 *
 * One run: a child plays, something goes wrong, and the judge looks.
 *
 * Returns: how many points the child came past
 */
guint64 foyer_crash_run (const FoyerCrashSession *session,
                         const char *base,
                         FoyerFault fault,
                         guint64 point,
                         guint64 seed,
                         FoyerProof *proof,
                         GHashTable *judged,
                         GArray *places);

G_END_DECLS
