/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-domain-row.c - one host name of the business's own */

#include "foyer-domain-row.h"

#include "foyer-row-words.h"

#include "foyer-json.h"
#include "types/domain.h"

#include <glib/gi18n-lib.h>

static const char *
describe_status (FoyerRecord *domain)
{
  switch (foyer_domain_get_status (domain)) {
  case FOYER_DOMAIN_VERIFIED:
    return _ ("Verified");
  case FOYER_DOMAIN_FAILED:
    return _ ("Not verified");
  case FOYER_DOMAIN_PENDING:
  default:
    return _ ("Waiting to be verified");
  }
}

static const char *
find_icon (FoyerRecord *domain)
{
  switch (foyer_domain_get_status (domain)) {
  case FOYER_DOMAIN_VERIFIED:
    return "object-select-symbolic";
  case FOYER_DOMAIN_FAILED:
    return "dialog-warning-symbolic";
  case FOYER_DOMAIN_PENDING:
  default:
    return "document-open-recent-symbolic";
  }
}

static char *
describe (FoyerRecord *domain)
{
  const char *purpose
      = foyer_domain_get_purpose (domain) == FOYER_DOMAIN_MAIL ? _ ("for mails") : _ ("for the portal");

  if (foyer_domain_get_is_primary (domain))
    return g_strdup_printf (_ ("%s · %s · primary"), describe_status (domain), purpose);
  return g_strdup_printf ("%s · %s", describe_status (domain), purpose);
}

static GtkWidget *
add_line (GtkWidget *expander, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  foyer_row_words_fit (row);
  foyer_row_words_spell (row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  return row;
}

static void
on_copy (GtkButton *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)),
                          g_object_get_data (G_OBJECT (button), "value"));
}

static GtkWidget *
create_copy (const char *name, const char *value)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy"));
  g_autofree char *heard = g_strdup_printf (_ ("Copy the value of %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  g_object_set_data_full (G_OBJECT (button), "value", g_strdup (value), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_copy), NULL);
  return button;
}

/* What it shall be, and what was found there. */
static void
add_record (GtkWidget *expander, JsonObject *record)
{
  const char *type = foyer_json_object_text (record, "type");
  const char *name = foyer_json_object_text (record, "name");
  const char *value = foyer_json_object_text (record, "value");
  const char *found = foyer_json_object_text (record, "found");
  gboolean is_right = foyer_json_object_boolean (record, "ok", FALSE);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (type == NULL || name == NULL || value == NULL)
    return;
  /* Translators: the type of a DNS record and its name: CNAME portal.example.com */
  title = g_strdup_printf (_ ("%s %s"), type, name);
  if (is_right)
    subtitle = g_strdup_printf (_ ("%s\nFound, as it shall be"), value);
  else if (found == NULL)
    subtitle = g_strdup_printf (_ ("%s\nNot found"), value);
  else
    subtitle = g_strdup_printf (_ ("%s\nFound instead: %s"), value, found);
  row = add_line (expander, title, subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (is_right ? "object-select-symbolic"
                                                                    : "dialog-warning-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_copy (title, value));
}

/* As one writes them down for whoever looks after the names: `CNAME portal.example.com edge.example.net` */
static void
add_line_of_record (GString *all, JsonObject *record)
{
  const char *type = foyer_json_object_text (record, "type");
  const char *name = foyer_json_object_text (record, "name");
  const char *value = foyer_json_object_text (record, "value");

  if (type != NULL && name != NULL && value != NULL)
    g_string_append_printf (all, "%s %s %s\n", type, name, value);
}

static void
add_copy_all (GtkWidget *expander, const char *host, const char *records)
{
  GtkWidget *row = add_line (expander, _ ("All DNS records"), _ ("For whoever looks after the name"));
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy All"));
  g_autofree char *heard = g_strdup_printf (_ ("Copy all DNS records of %s"), host);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  g_object_set_data_full (G_OBJECT (button), "value", g_strdup (records), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_copy), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_records (GtkWidget *expander, FoyerRecord *domain)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (domain);
  JsonArray *records = foyer_json_object_array (json, "records");
  guint n = records == NULL ? 0 : json_array_get_length (records);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    JsonNode *record = json_array_get_element (records, i);

    if (!JSON_NODE_HOLDS_OBJECT (record))
      continue;
    add_record (expander, json_node_get_object (record));
    add_line_of_record (all, json_node_get_object (record));
  }
  if (all->len > 0)
    add_copy_all (expander, foyer_domain_get_host (domain), all->str);
  if (n == 0)
    add_line (expander, _ ("DNS records"), _ ("The server has not said yet which ones it needs"));
}

/* When it was, and when it will be. Only a server that looks says when it looks next. */
static char *
describe_check (FoyerDesk *desk, FoyerRecord *domain)
{
  FoyerOfficeTime *time = foyer_desk_get_time (desk);
  gint64 now = foyer_desk_now (desk);
  gint64 next_at = FOYER_HAS (domain, domain, next_check_at) ? foyer_domain_get_next_check_at (domain) : 0;
  g_autofree char *last
      = FOYER_HAS (domain, domain, checked_at)
            ? foyer_office_time_moment_text (time, foyer_domain_get_checked_at (domain), now)
            : g_strdup (_ ("Never"));
  g_autofree char *next = next_at > now ? foyer_office_time_moment_text (time, next_at, now) : NULL;

  if (next != NULL)
    /* Translators: two moments: when it was looked at last, and when it will be next */
    return g_strdup_printf (_ ("%s. Next: %s"), last, next);
  return g_strdup_printf (_ ("%s. This server does not check domains yet"), last);
}

static void
add_check (GtkWidget *expander, FoyerDesk *desk, FoyerRecord *domain)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Check Now"));
  g_autofree char *subtitle = describe_check (desk, domain);
  GtkWidget *row = add_line (expander, _ ("Last looked at"), subtitle);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* The addresses of links have one name. */
static void
add_primary (GtkWidget *expander, FoyerRecord *domain, GtkWidget *button)
{
  gboolean is_verified = foyer_domain_get_status (domain) == FOYER_DOMAIN_VERIFIED;
  GtkWidget *row = add_line (expander, _ ("Make it primary"),
                             is_verified ? _ ("New links to the portal have its name")
                                         : _ ("Only a domain that is verified can be primary"));

  gtk_widget_set_sensitive (button, is_verified);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

GtkWidget *
foyer_domain_row_new (FoyerDesk *desk, FoyerRecord *domain, GtkWidget *primary, GtkWidget *remove)
{
  GtkWidget *expander = adw_expander_row_new ();
  GtkWidget *line;
  const char *reason = foyer_domain_get_reason (domain);
  g_autofree char *subtitle = describe (domain);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), foyer_domain_get_host (domain));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), subtitle);
  foyer_row_words_fit (expander);
  foyer_row_words_spell (expander);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (expander),
                               gtk_image_new_from_icon_name (find_icon (domain)));
  if (reason != NULL && foyer_domain_get_status (domain) == FOYER_DOMAIN_FAILED)
    add_line (expander, _ ("Why not"), reason);
  add_records (expander, domain);
  add_check (expander, desk, domain);
  if (primary != NULL)
    add_primary (expander, domain, primary);
  if (remove != NULL) {
    line = add_line (expander, _ ("Remove it"), _ ("Its addresses stop to work for clients"));
    adw_action_row_add_suffix (ADW_ACTION_ROW (line), remove);
  }
  return expander;
}
