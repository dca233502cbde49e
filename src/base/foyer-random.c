/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-random.c - the only source of random bytes */

#include "foyer-random.h"

#include <string.h>
#include <sys/random.h>

struct _FoyerRandom {
  GObject parent_instance;

  gboolean seeded;
  GMutex mutex;
  guint64 state; /* (mutex mutex) of the seeded sequence */
};

G_DEFINE_FINAL_TYPE (FoyerRandom, foyer_random, G_TYPE_OBJECT)

/* SplitMix64: short, well mixed, and the same on every machine. */
static guint64
next_seeded (FoyerRandom *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static void
fill_seeded (FoyerRandom *self, guint8 *buffer, gsize length)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  while (length > 0) {
    guint64 word = next_seeded (self);
    gsize part = MIN (length, sizeof word);

    memcpy (buffer, &word, part);
    buffer += part;
    length -= part;
  }
}

static void
fill_from_kernel (guint8 *buffer, gsize length)
{
  while (length > 0) {
    ssize_t part = getrandom (buffer, MIN (length, 256), 0);

    /* The kernel's pool is ready long before a program of ours starts; without it nothing here is safe to do. */
    if (part <= 0)
      g_error ("The kernel gives no random bytes");
    buffer += part;
    length -= (gsize) part;
  }
}

static void
foyer_random_finalize (GObject *object)
{
  FoyerRandom *self = FOYER_RANDOM (object);

  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (foyer_random_parent_class)->finalize (object);
}

static void
foyer_random_class_init (FoyerRandomClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_random_finalize;
}

static void
foyer_random_init (FoyerRandom *self)
{
  g_mutex_init (&self->mutex);
}

FoyerRandom *
foyer_random_new (void)
{
  return g_object_new (FOYER_TYPE_RANDOM, NULL);
}

FoyerRandom *
foyer_random_new_seeded (guint64 seed)
{
  FoyerRandom *self = foyer_random_new ();

  self->seeded = TRUE;
  self->state = seed;
  return self;
}

void
foyer_random_bytes (FoyerRandom *self, guint8 *buffer, gsize length)
{
  g_return_if_fail (FOYER_IS_RANDOM (self));

  if (self->seeded)
    fill_seeded (self, buffer, length);
  else
    fill_from_kernel (buffer, length);
}

guint32
foyer_random_below (FoyerRandom *self, guint32 limit)
{
  guint64 word;

  g_return_val_if_fail (limit > 0, 0);

  foyer_random_bytes (self, (guint8 *) &word, sizeof word);
  /* 64 bits for 32: the bias is below one in four thousand million. */
  return (guint32) (word % limit);
}

double
foyer_random_unit (FoyerRandom *self)
{
  guint64 word;

  foyer_random_bytes (self, (guint8 *) &word, sizeof word);
  return (double) (word >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53);
}

char *
foyer_random_token (FoyerRandom *self, gsize length)
{
  guint8 bytes[64];
  g_autofree char *text = NULL;
  char *end;

  g_return_val_if_fail (length >= 16 && length <= sizeof bytes, NULL);

  foyer_random_bytes (self, bytes, length);
  text = g_base64_encode (bytes, length);
  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  end = strchr (text, '=');
  if (end != NULL)
    *end = '\0';
  return g_steal_pointer (&text);
}
