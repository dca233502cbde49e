/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-patch.c - PatchObjects: applying never touches its input, the inverse leads back, the difference leads there */

#include "foyer-fuzz.h"

#include "foyer-json.h"
#include "foyer-patch.h"
#include "types/booking.h"

static const char *const names[] = {
  "a", "b",  "a/b",   "a~1b",   "a~0b",  "a~",    "a~/b",  "",
  "/", "a/", "a/b/a", "status", "start", "notes", "price", "price/amount",
};

typedef struct {
  JsonObject *record;
  JsonObject *patch;
} Input;

static void
clear_input (Input *input)
{
  g_clear_pointer (&input->record, json_object_unref);
  g_clear_pointer (&input->patch, json_object_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Input, clear_input)

/* A text {"record": …, "patch": …}, or any bytes at all. */
static void
read_input (Input *input, const uint8_t *data, size_t size)
{
  g_autoptr (JsonObject) both
      = foyer_json_parse_object (size == 0 ? "" : (const char *) data, (gssize) size, NULL);
  JsonObject *record = both == NULL ? NULL : foyer_json_object_object (both, "record");
  JsonObject *patch = both == NULL ? NULL : foyer_json_object_object (both, "patch");

  if (record != NULL && patch != NULL) {
    input->record = json_object_ref (record);
    input->patch = json_object_ref (patch);
  } else {
    FoyerFuzzBytes bytes = { data, size };

    input->record = foyer_fuzz_take_object (&bytes, names, G_N_ELEMENTS (names));
    input->patch = foyer_fuzz_take_object (&bytes, names, G_N_ELEMENTS (names));
  }
  foyer_fuzz_drop_nulls (input->record);
}

static void
assert_same (JsonObject *object, const char *canonical)
{
  g_autofree char *text = foyer_json_canonical_object (object);

  g_assert_cmpstr (text, ==, canonical);
}

static void
lead_back (const Input *input, JsonObject *after, const char *canonical)
{
  g_autoptr (JsonObject) inverse = foyer_patch_inverse (input->record, input->patch);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) back = foyer_patch_apply (after, inverse, &error);

  g_assert_no_error (error);
  assert_same (back, canonical);
}

static void
lead_there (const Input *input, JsonObject *after)
{
  g_autofree char *canonical = NULL;
  g_autoptr (JsonObject) difference = NULL;
  g_autoptr (JsonObject) there = NULL;
  g_autoptr (GError) error = NULL;

  foyer_fuzz_drop_nulls (after);
  canonical = foyer_json_canonical_object (after);
  difference = foyer_patch_difference (input->record, after);
  there = foyer_patch_apply (input->record, difference, &error);
  if (json_object_has_member (after, "") || json_object_has_member (input->record, ""))
    return; /* A member without a name has no path. */
  g_assert_no_error (error);
  assert_same (there, canonical);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (Input) input = { 0 };
  g_autofree char *record = NULL;
  g_autofree char *patch = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autoptr (JsonObject) expected = NULL;
  gboolean is_good;

  read_input (&input, data, size);
  record = foyer_json_canonical_object (input.record);
  patch = foyer_json_canonical_object (input.patch);
  is_good = foyer_patch_check (&foyer_booking_type, input.patch, NULL);
  expected = foyer_patch_expected (&foyer_booking_type, input.record, input.patch);
  after = foyer_patch_apply (input.record, input.patch, NULL);
  assert_same (input.record, record);
  assert_same (input.patch, patch);
  if (is_good && after != NULL) {
    lead_back (&input, after, record);
    lead_there (&input, after);
  }
  return 0;
}
