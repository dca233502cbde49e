/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-dictionary.c - the data dictionary, printed from the field tables */

#include "foyer-dictionary.h"

#include "foyer-record-type.h"

#include <string.h>

static const char *const kind_names[] = {
  [FOYER_KIND_TEXT] = "text",
  [FOYER_KIND_INTEGER] = "integer",
  [FOYER_KIND_MONEY] = "money",
  [FOYER_KIND_BOOLEAN] = "boolean",
  [FOYER_KIND_DATE] = "date",
  [FOYER_KIND_TIME] = "time",
  [FOYER_KIND_ENUM] = "enum",
  [FOYER_KIND_REF] = "id",
  [FOYER_KIND_TEXTS] = "list of texts",
  [FOYER_KIND_REFS] = "list of ids",
  [FOYER_KIND_LIST] = "list of objects",
  [FOYER_KIND_MAP] = "map",
};

static const char *const pattern_names[] = {
  [FOYER_PATTERN_ANY] = NULL,
  [FOYER_PATTERN_LINE] = "one line",
  [FOYER_PATTERN_COLOUR] = "#rrggbb",
  [FOYER_PATTERN_EMAIL] = "e-mail address",
  [FOYER_PATTERN_URL] = "https address",
  [FOYER_PATTERN_PHONE] = "phone number",
  [FOYER_PATTERN_HOST] = "host name",
  [FOYER_PATTERN_SLUG] = "DNS label",
  [FOYER_PATTERN_ZONE] = "time zone",
  [FOYER_PATTERN_LANGUAGE] = "language",
  [FOYER_PATTERN_CURRENCY] = "currency",
  [FOYER_PATTERN_PICTURE] = "picture",
  [FOYER_PATTERN_SHEET] = "style sheet",
};

static const char *const policy_names[] = {
  [FOYER_POLICY_LAST_WRITER] = "last writer",
  [FOYER_POLICY_STRICT] = "strict",
  [FOYER_POLICY_MERGE] = "merge",
  [FOYER_POLICY_APPEND] = "append",
};

static const char introduction[]
    = "# Records\n"
      "\n"
      "What a business has. This page is printed from the field tables in `src/records/types/`; edit those, "
      "not this:\n"
      "`build/src/records/print-dictionary > docs/records.md`.\n"
      "\n"
      "Every record also has `id` (the type's prefix, a hyphen and a UUIDv7, made by whoever creates it) and "
      "what the server\n"
      "stamps: `rev`, `createdAt`, `updatedAt`, `updatedBy`. An absent field is left out or null. Times are "
      "UTC in whole\n"
      "seconds, money is minor units and a currency, dates are days without a zone.\n"
      "\n"
      "- **Form**: range, length, words or pattern.\n"
      "- **By**: who writes it; *once* at creation only. Where the server writes alone, others must send "
      "what is there.\n"
      "- **Clash**: what happens when two write at once: the *last writer* stands, *strict* asks the loser, "
      "*merge* joins\n"
      "  entries or lines, *append* only ever adds.\n"
      "- **Marks**: R required, I indexed (lists filter and order by it), S searched, P personal data (kept "
      "out of logs),\n"
      "  X secret (accepted and hashed, never stored, answered or logged), B names blobs, G goes with a "
      "change: the "
      "server\n"
      "  answers it and takes it out, and it is never taken back.\n"
      "- **Rows**: of the product's checklist.\n";

static void
append_cell (GString *out, const char *text)
{
  g_string_append (out, " ");
  for (const char *p = text == NULL ? "" : text; *p != '\0'; p++) {
    if (*p == '|')
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p);
  }
  g_string_append (out, " |");
}

static void
append_part (GString *out, const char *separator, const char *text)
{
  if (text == NULL)
    return;
  if (out->len > 0)
    g_string_append (out, separator);
  g_string_append (out, text);
}

static char *
describe_kind (const FoyerField *field)
{
  if (field->ref == NULL)
    return g_strdup (kind_names[field->kind]);
  if (strcmp (field->ref, "*") == 0)
    return g_strdup_printf ("%s of any record", kind_names[field->kind]);
  return g_strdup_printf ("%s of %s", kind_names[field->kind], field->ref);
}

static const char *
get_unit (FoyerFieldKind kind)
{
  switch (kind) {
  case FOYER_KIND_TEXT:
    return " characters";
  case FOYER_KIND_MONEY:
    return " minor units";
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
  case FOYER_KIND_MAP:
    return " entries";
  case FOYER_KIND_INTEGER:
  case FOYER_KIND_BOOLEAN:
  case FOYER_KIND_DATE:
  case FOYER_KIND_TIME:
  case FOYER_KIND_ENUM:
  case FOYER_KIND_REF:
  default:
    return "";
  }
}

static char *
describe_bounds (const FoyerField *field)
{
  const char *unit = get_unit (field->kind);

  if (field->minimum == 0 && field->maximum == 0)
    return NULL;
  if (field->minimum == field->maximum)
    return g_strdup_printf ("%" G_GINT64_FORMAT "%s", field->minimum, unit);
  if (field->minimum == 0 && field->kind != FOYER_KIND_INTEGER && field->kind != FOYER_KIND_MONEY)
    return g_strdup_printf ("≤ %" G_GINT64_FORMAT "%s", field->maximum, unit);
  return g_strdup_printf ("%" G_GINT64_FORMAT " to %" G_GINT64_FORMAT "%s", field->minimum, field->maximum,
                          unit);
}

static char *
describe_form (const FoyerField *field)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *bounds = describe_bounds (field);

  if (field->values != NULL) {
    g_auto (GStrv) words = g_strsplit (field->values, " ", -1);
    g_autofree char *joined = g_strjoinv ("` `", words);

    g_string_append_printf (out, "`%s`", joined);
  }
  append_part (out, ", ", pattern_names[field->pattern]);
  append_part (out, ", ", bounds);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
describe_writers (const FoyerField *field)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint writers = field->writers & ~(guint) FOYER_WRITER_ONCE;

  if (writers == 0)
    writers = FOYER_WRITER_STAFF;
  if ((writers & FOYER_WRITER_STAFF) != 0)
    append_part (out, ", ", "staff");
  if ((writers & FOYER_WRITER_CLIENT) != 0)
    append_part (out, ", ", "client");
  if ((writers & FOYER_WRITER_SERVER) != 0)
    append_part (out, ", ", "server");
  if ((field->writers & FOYER_WRITER_ONCE) != 0)
    append_part (out, ", ", "once");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Where the server alone writes there is nothing to clash. */
static const char *
get_policy (const FoyerField *field)
{
  guint writers = field->writers & ~(guint) FOYER_WRITER_ONCE;

  if (writers == FOYER_WRITER_SERVER && field->policy == FOYER_POLICY_LAST_WRITER)
    return NULL;
  return policy_names[field->policy];
}

static char *
describe_marks (const FoyerField *field)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_part (out, " ", field->required ? "R" : NULL);
  append_part (out, " ", field->indexed ? "I" : NULL);
  append_part (out, " ", field->searched ? "S" : NULL);
  append_part (out, " ", field->personal ? "P" : NULL);
  append_part (out, " ", field->secret ? "X" : NULL);
  append_part (out, " ", field->blob ? "B" : NULL);
  append_part (out, " ", field->remark ? "G" : NULL);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
describe_default (const FoyerField *field)
{
  return field->fallback == NULL ? NULL : g_strdup_printf ("`%s`", field->fallback);
}

static gboolean
is_settings (const FoyerRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++) {
    if (type->fields[i].applies != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
append_field (GString *out, const FoyerField *field, gboolean settings)
{
  g_autofree char *name = g_strdup_printf ("`%s`", field->name);
  g_autofree char *kind = describe_kind (field);
  g_autofree char *form = describe_form (field);
  g_autofree char *fallback = describe_default (field);
  g_autofree char *writers = describe_writers (field);
  g_autofree char *marks = describe_marks (field);

  g_string_append_c (out, '|');
  append_cell (out, name);
  append_cell (out, field->about);
  append_cell (out, kind);
  append_cell (out, form);
  append_cell (out, fallback);
  append_cell (out, writers);
  append_cell (out, get_policy (field));
  append_cell (out, marks);
  append_cell (out, field->rows);
  if (settings)
    append_cell (out, field->applies);
  g_string_append_c (out, '\n');
}

static void
append_traits (GString *out, const FoyerRecordType *type)
{
  g_string_append_printf (out, "\n%s Ids begin with `%s-`, the table is `%s`.", type->about, type->prefix,
                          type->table);
  if (type->singleton)
    g_string_append (out, " Exactly one an organisation.");
  if (type->append_only)
    g_string_append (out, " Never changed once it is made.");
  if (type->server_made)
    g_string_append (out, " Made by the server alone.");
  g_string_append (out, "\n\n");
}

static void
append_type (GString *out, const FoyerRecordType *type)
{
  gboolean settings = is_settings (type);

  g_string_append_printf (out, "\n## %s\n", type->name);
  append_traits (out, type);
  g_string_append (out, "| Field | What | Kind | Form | Default | By | Clash | Marks | Rows |");
  g_string_append (out, settings ? " Applies |\n" : "\n");
  g_string_append (out, "|---|---|---|---|---|---|---|---|---|");
  g_string_append (out, settings ? "---|\n" : "\n");
  for (guint i = 0; i < type->n_fields; i++)
    append_field (out, &type->fields[i], settings);
}

/* --- Settings --- */

static const char settings_introduction[]
    = "# Settings\n"
      "\n"
      "Every setting of the portal: what people call it, what it does for clients, and when a change "
      "applies. This page "
      "is printed from\n"
      "the field table in `src/records/types/portal_settings.h`; edit that, not this:\n"
      "`build/src/records/print-dictionary settings > docs/settings.md`.\n"
      "\n"
      "Administrators publish; the office prepares and submits; viewers look (X18). A setting without a "
      "default is "
      "inherited from the\n"
      "organisation, or has none. **Rows** are the product's rows that it serves, **Words** what it is also "
      "found by.\n";

static void
append_setting (GString *out, const FoyerField *field)
{
  g_autofree char *name = g_strdup_printf ("`%s`", field->name);
  g_autofree char *kind = describe_kind (field);
  g_autofree char *form = describe_form (field);
  g_autofree char *fallback = describe_default (field);

  g_string_append_c (out, '|');
  append_cell (out, name);
  append_cell (out, field->title);
  append_cell (out, field->effect);
  append_cell (out, kind);
  append_cell (out, form);
  append_cell (out, fallback);
  append_cell (out, field->applies);
  append_cell (out, field->rows);
  append_cell (out, field->words);
  g_string_append_c (out, '\n');
}

char *
foyer_settings_dictionary (void)
{
  const FoyerRecordType *type = foyer_record_type_by_name ("PortalSettings");
  GString *out = g_string_new (settings_introduction);
  g_autofree char *group = g_strdup ("");

  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    const char *dot = strchr (field->name, '.');

    if (field->applies == NULL || dot == NULL)
      continue;
    if (!g_str_has_prefix (field->name, group) || field->name[strlen (group)] != '.') {
      g_free (group);
      group = g_strndup (field->name, (gsize) (dot - field->name));
      g_string_append_printf (
          out,
          "\n## %s\n\n| Key | Called | What it does | Kind | Form | Default | Applies | Rows | "
          "Words |\n|---|---|---|---|---|---|---|---|---|\n",
          group);
    }
    append_setting (out, field);
  }
  return g_string_free (out, FALSE);
}

char *
foyer_dictionary (void)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);
  GString *out = g_string_new (introduction);

  for (guint i = 0; i < n_types; i++)
    append_type (out, types[i]);
  return g_string_free (out, FALSE);
}
