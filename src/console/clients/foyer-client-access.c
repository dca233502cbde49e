/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-client-access.c - who gets into a client's portal, and how */

#include "foyer-client-access.h"

#include "foyer-access-row.h"
#include "foyer-beside.h"
#include "foyer-client-closures.h"
#include "foyer-keys.h"
#include "foyer-own-rights.h"
#include "foyer-text-closures.h"

#include "types/client.h"
#include "types/invite.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_session.h"
#include "types/staff_member.h"

/* Of each kind so many are read and shown; who has more has them newest first. */
#define MOST_SHOWN 50

struct _FoyerClientAccess {
  AdwBin parent_instance;

  /* Template. */
  GtkListBox *people;
  GtkListBox *links;
  GtkListBox *sessions;

  FoyerDesk *desk;     /* (nullable) */
  FoyerRecord *client; /* (nullable) */
  char *refusal;       /* (nullable) */
  guint n_people;
  guint n_links;
  guint n_sessions;
};

G_DEFINE_FINAL_TYPE (FoyerClientAccess, foyer_client_access, ADW_TYPE_BIN)

enum {
  PROP_DESK = 1,
  PROP_CLIENT,
  PROP_REFUSAL,
  PROP_HAS_PEOPLE,
  PROP_HAS_LINKS,
  PROP_HAS_SESSIONS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static GPtrArray *
list (FoyerClientAccess *self, FoyerQuery *query)
{
  g_autoptr (FoyerQuery) owned = query;

  foyer_query_where_text (owned, "clientId", foyer_record_get_id (self->client));
  foyer_query_limit (owned, MOST_SHOWN);
  return foyer_store_list (foyer_desk_get_store (self->desk), owned);
}

/* --- Lines --- */

static FoyerRecord *
newest_invite (FoyerClientAccess *self, const char *person_id)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_invite_type);
  g_autoptr (GPtrArray) invites = NULL;
  FoyerRecord *newest = NULL;

  foyer_query_where_text (query, "personId", person_id);
  foyer_query_limit (query, MOST_SHOWN);
  invites = foyer_store_list (foyer_desk_get_store (self->desk), query);
  /* Ids are made of the time, so the last is the newest. */
  for (guint i = 0; i < invites->len; i++)
    newest = invites->pdata[i];
  return newest == NULL ? NULL : g_object_ref (newest);
}

static GPtrArray *
list_people (FoyerClientAccess *self)
{
  FoyerQuery *query = foyer_query_new (&foyer_portal_person_type);
  GPtrArray *lines = g_ptr_array_new ();
  g_autoptr (GPtrArray) people = NULL;

  foyer_query_where_number (query, "status", FOYER_COMPARE_LESS, FOYER_PORTAL_PERSON_REMOVED);
  foyer_query_order (query, "name", FALSE);
  people = list (self, query);
  for (guint i = 0; i < people->len; i++) {
    g_autoptr (FoyerRecord) invite = newest_invite (self, foyer_record_get_id (people->pdata[i]));

    g_ptr_array_add (lines,
                     foyer_access_line_for_person (people->pdata[i], invite, foyer_desk_get_time (self->desk),
                                                   foyer_desk_now (self->desk)));
  }
  return lines;
}

static GPtrArray *
list_links (FoyerClientAccess *self)
{
  FoyerQuery *query = foyer_query_new (&foyer_portal_link_type);
  GPtrArray *lines = g_ptr_array_new ();
  g_autoptr (GPtrArray) links = NULL;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_PORTAL_LINK_LIVE);
  foyer_query_order (query, "expiresAt", TRUE);
  links = list (self, query);
  for (guint i = 0; i < links->len; i++)
    g_ptr_array_add (lines, foyer_access_line_for_link (links->pdata[i], foyer_desk_get_time (self->desk),
                                                        foyer_desk_now (self->desk)));
  return lines;
}

static FoyerRecord *
get_person (FoyerClientAccess *self, FoyerRecord *session)
{
  const char *id = foyer_portal_session_get_person_id (session);

  return id == NULL ? NULL
                    : foyer_store_get (foyer_desk_get_store (self->desk), &foyer_portal_person_type, id);
}

static GPtrArray *
list_sessions (FoyerClientAccess *self)
{
  FoyerQuery *query = foyer_query_new (&foyer_portal_session_type);
  GPtrArray *lines = g_ptr_array_new ();
  g_autoptr (GPtrArray) sessions = NULL;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_PORTAL_SESSION_OPEN);
  foyer_query_where_number (query, "expiresAt", FOYER_COMPARE_AT_LEAST, foyer_desk_now (self->desk));
  foyer_query_order (query, "startedAt", TRUE);
  sessions = list (self, query);
  for (guint i = 0; i < sessions->len; i++) {
    g_autoptr (FoyerRecord) person = get_person (self, sessions->pdata[i]);

    g_ptr_array_add (lines, foyer_access_line_for_session (sessions->pdata[i], person,
                                                           foyer_desk_get_time (self->desk),
                                                           foyer_desk_now (self->desk)));
  }
  return lines;
}

/* --- Rows --- */

static FoyerAccessRow *
get_row (GtkListBox *box, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (box, (int) index);

  return row == NULL ? NULL : FOYER_ACCESS_ROW (row);
}

static gboolean
is_of (FoyerAccessRow *row, const char *id)
{
  return row != NULL && g_str_equal (foyer_access_row_get_line (row)->id, id);
}

/* A row stays with its record, so that the focus stays with what the person looks at. */
static guint
fill (GtkListBox *box, GPtrArray *lines)
{
  g_autoptr (GPtrArray) owned = lines;
  FoyerAccessRow *row;

  for (guint i = 0; i < lines->len; i++) {
    FoyerAccessLine *line = lines->pdata[i];

    while (get_row (box, i) != NULL && !is_of (get_row (box, i), line->id)
           && (get_row (box, i + 1) == NULL ? FALSE : is_of (get_row (box, i + 1), line->id)))
      gtk_list_box_remove (box, GTK_WIDGET (get_row (box, i)));
    row = get_row (box, i);
    if (!is_of (row, line->id)) {
      row = FOYER_ACCESS_ROW (foyer_access_row_new ());
      gtk_list_box_insert (box, GTK_WIDGET (row), (int) i);
    }
    foyer_access_row_set_line (row, line);
  }
  while ((row = get_row (box, lines->len)) != NULL)
    gtk_list_box_remove (box, GTK_WIDGET (row));
  return lines->len;
}

static void
set_count (FoyerClientAccess *self, guint *place, guint count, guint id)
{
  gboolean changed = (*place > 0) != (count > 0);

  *place = count;
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static GPtrArray *
list_if (FoyerClientAccess *self, GPtrArray *(*list_lines) (FoyerClientAccess *) )
{
  return self->desk == NULL || self->client == NULL ? g_ptr_array_new () : list_lines (self);
}

static void
update_refusal (FoyerClientAccess *self)
{
  g_autofree char *refusal = foyer_own_rights_refuse (self->desk, FOYER_STAFF_CHANGE, &foyer_invite_type);

  if (g_strcmp0 (refusal, self->refusal) == 0)
    return;
  g_free (self->refusal);
  self->refusal = g_steal_pointer (&refusal);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFUSAL]);
}

static void
update (FoyerClientAccess *self)
{
  update_refusal (self);
  set_count (self, &self->n_people, fill (self->people, list_if (self, list_people)), PROP_HAS_PEOPLE);
  set_count (self, &self->n_links, fill (self->links, list_if (self, list_links)), PROP_HAS_LINKS);
  set_count (self, &self->n_sessions, fill (self->sessions, list_if (self, list_sessions)),
             PROP_HAS_SESSIONS);
}

static void
on_store_changed (FoyerClientAccess *self, FoyerChangeSet *changes)
{
  const FoyerRecordType *const types[]
      = { &foyer_invite_type, &foyer_portal_link_type, &foyer_portal_person_type, &foyer_portal_session_type,
          &foyer_staff_member_type };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (foyer_change_set_get_ids (changes, types[i]) != NULL) {
      update (self);
      return;
    }
  }
}

static void
set_desk (FoyerClientAccess *self, FoyerDesk *desk)
{
  if (self->desk == desk)
    return;
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
  g_set_object (&self->desk, desk);
  if (desk != NULL)
    g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                             G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESK]);
}

/* Whoever else is looked at has other rows, and what was scrolled to is another one's. */
static void
set_client (FoyerClientAccess *self, FoyerRecord *client)
{
  if (!g_set_object (&self->client, client))
    return;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLIENT]);
}

static void
foyer_client_access_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerClientAccess *self = FOYER_CLIENT_ACCESS (object);

  if (id == PROP_DESK)
    set_desk (self, g_value_get_object (value));
  else
    set_client (self, g_value_get_object (value));
}

static void
foyer_client_access_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerClientAccess *self = FOYER_CLIENT_ACCESS (object);

  switch (id) {
  case PROP_DESK:
    g_value_set_object (value, self->desk);
    break;
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_REFUSAL:
    g_value_set_string (value, self->refusal);
    break;
  case PROP_HAS_PEOPLE:
    g_value_set_boolean (value, self->n_people > 0);
    break;
  case PROP_HAS_LINKS:
    g_value_set_boolean (value, self->n_links > 0);
    break;
  case PROP_HAS_SESSIONS:
    g_value_set_boolean (value, self->n_sessions > 0);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_client_access_dispose (GObject *object)
{
  FoyerClientAccess *self = FOYER_CLIENT_ACCESS (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
  g_clear_object (&self->desk);
  g_clear_object (&self->client);
  g_clear_pointer (&self->refusal, g_free);
  /* Disposing of the template would take the bin's child, which is bound, without the bin knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_CLIENT_ACCESS);
  G_OBJECT_CLASS (foyer_client_access_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  properties[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_REFUSAL] = g_param_spec_string ("refusal", NULL, NULL, NULL, readable);
  properties[PROP_HAS_PEOPLE] = g_param_spec_boolean ("has-people", NULL, NULL, FALSE, readable);
  properties[PROP_HAS_LINKS] = g_param_spec_boolean ("has-links", NULL, NULL, FALSE, readable);
  properties[PROP_HAS_SESSIONS] = g_param_spec_boolean ("has-sessions", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_client_access_class_init (FoyerClientAccessClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_client_access_set_property;
  object_class->get_property = foyer_client_access_get_property;
  object_class->dispose = foyer_client_access_dispose;
  install_properties (object_class);

  g_type_ensure (FOYER_TYPE_BESIDE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-client-access.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerClientAccess, people);
  gtk_widget_class_bind_template_child (widget_class, FoyerClientAccess, links);
  gtk_widget_class_bind_template_child (widget_class, FoyerClientAccess, sessions);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_link_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_portal_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_portal_title);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_not);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
}

static void
foyer_client_access_init (FoyerClientAccess *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const FoyerAccessVerb *
find_in (GtkListBox *box, const char *action)
{
  const FoyerAccessVerb *verb = NULL;
  FoyerAccessRow *row;

  for (guint i = 0; verb == NULL && (row = get_row (box, i)) != NULL; i++)
    verb = foyer_access_line_find (foyer_access_row_get_line (row), action);
  return verb;
}

const FoyerAccessVerb *
foyer_client_access_find (FoyerClientAccess *self, const char *action)
{
  const FoyerAccessVerb *verb;

  g_return_val_if_fail (FOYER_IS_CLIENT_ACCESS (self), NULL);

  verb = find_in (self->people, action);
  if (verb == NULL)
    verb = find_in (self->links, action);
  return verb == NULL ? find_in (self->sessions, action) : verb;
}
