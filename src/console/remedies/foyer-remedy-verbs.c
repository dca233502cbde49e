/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-remedy-verbs.c - carries out what a diagnosis says would help */

#include "foyer-remedy-verbs.h"

#include "foyer-access-verbs.h"
#include "foyer-act-submit.h"
#include "foyer-error-text.h"
#include "foyer-field-words.h"
#include "foyer-own-rights.h"
#include "foyer-reason-dialog.h"
#include "foyer-settings-draft.h"

#include "foyer-field-check.h"
#include "foyer-json.h"
#include "types/client.h"
#include "types/invite.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>

#define MOST_INVITES 50

struct _FoyerRemedyVerbs {
  GObject parent_instance;

  /* Construct-time. */
  GtkWidget *place; /* not owned */
  FoyerAccessVerbs *access;
  GCancellable *cancellable;
  FoyerDesk *desk; /* (nullable): %NULL before it starts and after it has stopped */
  guint undo_seconds;
};

G_DEFINE_FINAL_TYPE (FoyerRemedyVerbs, foyer_remedy_verbs, G_TYPE_OBJECT)

enum {
  PROP_UNDO_SECONDS = 1,
  N_PROPERTIES,
};

enum { ACTED, SAID, OPEN_RECORD, OPEN_SETTING, OPEN_OUTBOX, SYNC_NOW, COPY, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/*
 * What is done by writing members of records.
 *
 * @command: what the Outbox calls it
 * @is_held: for the undo window; what is not acts at once
 * @undone: (nullable): without it nothing offers to take it back
 */
typedef struct {
  FoyerRemedyKind kind;
  const char *command;
  gboolean is_held;
  const char *done;
  const char *undone;
} Change;

static const Change changes[] = {
  { FOYER_REMEDY_ENABLE_CLIENT, "open-portal", FALSE, N_ ("Portal opened"),
    N_ ("The portal is closed again") },
  { FOYER_REMEDY_SECURE_CLIENT, "secure", FALSE, N_ ("The account is secured"),
    N_ ("The account is as before") },
  { FOYER_REMEDY_EDIT_CLIENT, "allow", FALSE, N_ ("Changed for this client"),
    N_ ("The client is as before") },
  { FOYER_REMEDY_ALLOW_CLIENT_SCOPE, "allow", FALSE, N_ ("Shown to this client"), N_ ("It is hidden again") },
  { FOYER_REMEDY_RESTORE_PERSON, "enable-person", FALSE, N_ ("Access enabled"),
    N_ ("The access is disabled again") },
  { FOYER_REMEDY_EDIT_ADDRESS, "edit-address", FALSE, N_ ("Address corrected"),
    N_ ("The address is as before") },
  { FOYER_REMEDY_EDIT_PHONE, "edit-phone", FALSE, N_ ("Phone number corrected"),
    N_ ("The phone number is as before") },
  { FOYER_REMEDY_SEND_SIGN_IN, "send-sign-in", TRUE, N_ ("A link to sign in is sent"),
    N_ ("No link is sent") },
  { FOYER_REMEDY_UNLOCK, "unlock", FALSE, N_ ("Unlocked"), NULL },
  { FOYER_REMEDY_ALLOW_PERSON_SCOPE, "allow", FALSE, N_ ("Shown to this person"), N_ ("It is hidden again") },
  { FOYER_REMEDY_ALLOW_PERSON_PERMISSION, "allow", FALSE, N_ ("Allowed for this person"),
    N_ ("It is not allowed any more") },
  { FOYER_REMEDY_ADD_SITE, "allow", FALSE, N_ ("Site added"), N_ ("The sites are as before") },
  { FOYER_REMEDY_WIDEN_LINK, "widen-link", FALSE, N_ ("The link shows more"),
    N_ ("The link shows what it showed before") },
  { FOYER_REMEDY_END_SESSION, "end-session", FALSE, N_ ("Signed out; the next sign-in is fresh"), NULL },
  { FOYER_REMEDY_RELINK_CLIENT, "relink", FALSE, N_ ("Linked to this client"),
    N_ ("It belongs to whom it belonged before") },
  { FOYER_REMEDY_RELINK_PROPERTY, "relink", FALSE, N_ ("Linked to the site"), N_ ("The site is as before") },
  { FOYER_REMEDY_RELEASE, "release", FALSE, N_ ("Released"), N_ ("It is not released any more") },
};

static const Change *
find_change (FoyerRemedyKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    if (changes[i].kind == kind)
      return &changes[i];
  }
  return NULL;
}

static FoyerStore *
get_store (FoyerRemedyVerbs *self)
{
  return foyer_desk_get_store (self->desk);
}

static gint64
get_hold (FoyerRemedyVerbs *self)
{
  return self->undo_seconds * (gint64) G_USEC_PER_SEC;
}

static void
say (FoyerRemedyVerbs *self, const char *sentence)
{
  g_signal_emit (self, signals[SAID], 0, sentence);
}

static void
say_error (FoyerRemedyVerbs *self, const GError *error)
{
  g_autofree char *problem = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  problem = error->domain == FOYER_SETTINGS_DRAFT_ERROR ? g_strdup (error->message)
                                                        : foyer_error_describe (error);
  say (self, problem);
}

/* --- Settings --- */

static void
on_published (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerRemedyVerbs) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act
      = foyer_settings_draft_publish_finish (FOYER_SETTINGS_DRAFT (source), result, &error);

  if (act == NULL)
    say_error (self, error);
  else
    g_signal_emit (self, signals[ACTED], 0, act);
}

/* Everybody waits for the portal: it is opened at once. */
static void
publish (FoyerRemedyVerbs *self, const FoyerRemedy *remedy)
{
  gint64 hold = remedy->kind == FOYER_REMEDY_TURN_PORTAL_ON ? 0 : get_hold (self);

  foyer_settings_draft_publish_patch_async (foyer_desk_get_draft (self->desk), remedy->patch, NULL, hold,
                                            self->cancellable, on_published, g_object_ref (self));
}

static void
publish_draft (FoyerRemedyVerbs *self)
{
  foyer_settings_draft_publish_async (foyer_desk_get_draft (self->desk), NULL, get_hold (self),
                                      self->cancellable, on_published, g_object_ref (self));
}

/* --- Records --- */

/* Several records get one patch, one after the other: one act. */
typedef struct {
  FoyerRemedyVerbs *verbs;
  const Change *change;
  const FoyerRecordType *type;
  char **ids;
  guint next;
  JsonObject *patch;
  FoyerAct *act; /* (nullable): of the first */
  GStrvBuilder *more;
} Work;

static void
free_work (Work *work)
{
  g_object_unref (work->verbs);
  g_strfreev (work->ids);
  json_object_unref (work->patch);
  foyer_act_free (work->act);
  g_strv_builder_unref (work->more);
  g_free (work);
}

static void submit_next (Work *work);
static void resend_last_invite (FoyerRemedyVerbs *self, const char *person_id);

static char *
find_client_id (FoyerRemedyVerbs *self, const FoyerRecordType *type, const char *id)
{
  g_autoptr (FoyerRecord) record = foyer_store_get (get_store (self), type, id);
  g_autoptr (JsonObject) json = NULL;

  if (type == &foyer_client_type || record == NULL)
    return record == NULL ? NULL : g_strdup (id);
  json = foyer_record_to_json (record);
  return g_strdup (foyer_json_object_text (json, "clientId"));
}

static void
finish_work (Work *work)
{
  FoyerRemedyVerbs *self = work->verbs;

  if (work->act->undone == NULL) {
    say (self, work->act->done);
  } else {
    work->act->more_ids = g_strv_builder_end (work->more);
    g_signal_emit (self, signals[ACTED], 0, work->act);
  }
  /* Whoever was written to at the wrong address is written to again. */
  if (work->change->kind == FOYER_REMEDY_EDIT_ADDRESS)
    resend_last_invite (self, work->ids[0]);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);

  if (act == NULL)
    say_error (work->verbs, error);
  else if (work->act == NULL)
    work->act = g_steal_pointer (&act);
  else
    g_strv_builder_add (work->more, act->operation_id);
  if (error == NULL && work->verbs->desk != NULL && work->ids[work->next] != NULL) {
    submit_next (work);
    return;
  }
  /* What was done before one failed can be taken back. */
  if (work->act != NULL && work->verbs->desk != NULL)
    finish_work (work);
  free_work (work);
}

static void
submit_next (Work *work)
{
  FoyerRemedyVerbs *self = work->verbs;
  const char *id = work->ids[work->next++];
  g_autofree char *subject = foyer_record_name (get_store (self), id);
  g_autofree char *client_id = find_client_id (self, work->type, id);
  const FoyerDeed deed = { FOYER_VERB_UPDATE,     work->type, id,
                           work->change->command, subject,    work->change->is_held ? get_hold (self) : 0 };
  FoyerAct *act
      = foyer_act_new (client_id == NULL ? id : client_id, "clients", g_strdup (_ (work->change->done)),
                       work->change->undone == NULL ? NULL : g_strdup (_ (work->change->undone)));

  foyer_act_submit_async (self->desk, &deed, work->patch, act, self->cancellable, on_submitted, work);
}

static void
change_records (FoyerRemedyVerbs *self,
                const Change *change,
                const FoyerRecordType *type,
                const char *const *ids,
                JsonObject *patch)
{
  Work *work = g_new0 (Work, 1);

  work->verbs = g_object_ref (self);
  work->change = change;
  work->type = type;
  work->ids = g_strdupv ((char **) ids);
  work->patch = foyer_json_copy_object (patch);
  work->more = g_strv_builder_new ();
  submit_next (work);
}

static void
change_member (FoyerRemedyVerbs *self, FoyerRemedyKind kind, const char *person_id, JsonNode *value)
{
  const Change *change = find_change (kind);
  const char *member = kind == FOYER_REMEDY_EDIT_ADDRESS ? "email"
                       : kind == FOYER_REMEDY_EDIT_PHONE ? "phone"
                                                         : "sendSignIn";
  const char *const ids[] = { person_id, NULL };
  g_autoptr (JsonObject) patch = json_object_new ();

  json_object_set_member (patch, member, value);
  change_records (self, change, &foyer_portal_person_type, ids, patch);
}

static void
send_sign_in (FoyerRemedyVerbs *self, const char *person_id)
{
  change_member (self, FOYER_REMEDY_SEND_SIGN_IN, person_id,
                 json_node_init_boolean (json_node_alloc (), TRUE));
}

/* --- What has to be asked --- */

typedef struct {
  FoyerRemedyVerbs *verbs;
  FoyerRemedyKind kind;
  char *person_id;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->verbs);
  g_free (question->person_id);
  g_free (question);
}

static void
on_answered (Question *question, const char *text)
{
  const char *member = question->kind == FOYER_REMEDY_EDIT_ADDRESS ? "email" : "phone";
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (question->verbs->desk == NULL)
    return;
  if (!foyer_field_accepts_text (foyer_record_type_field (&foyer_portal_person_type, member), trimmed)) {
    say (question->verbs, question->kind == FOYER_REMEDY_EDIT_ADDRESS ? _ ("This is not an email address")
                                                                      : _ ("This is not a phone number"));
    return;
  }
  change_member (question->verbs, question->kind, question->person_id,
                 json_node_init_string (json_node_alloc (), trimmed));
}

static void
ask (FoyerRemedyVerbs *self, const FoyerRemedy *remedy)
{
  gboolean is_address = remedy->kind == FOYER_REMEDY_EDIT_ADDRESS;
  GtkRoot *root = gtk_widget_get_root (self->place);
  g_autofree char *name = foyer_record_name (get_store (self), foyer_remedy_get_id (remedy));
  g_autofree char *heading
      = g_strdup_printf (is_address ? _ ("The email address of %s") : _ ("The phone number of %s"),
                         name == NULL ? "" : name);
  GtkWindow *dialog
      = foyer_reason_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
                                 is_address ? _ ("Mails go there from now on, and an invite is sent again.")
                                            : _ ("For texts, and for the check by its last four digits."),
                                 _ ("Save"));
  Question *question = g_new0 (Question, 1);

  question->verbs = g_object_ref (self);
  question->kind = remedy->kind;
  question->person_id = g_strdup (foyer_remedy_get_id (remedy));
  if (remedy->value != NULL)
    foyer_reason_dialog_suggest (FOYER_REASON_DIALOG (dialog), remedy->value);
  g_signal_connect_data (dialog, "confirmed", G_CALLBACK (on_answered), question, free_question,
                         G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

/* --- What the verbs of access do --- */

static void
do_with_access (FoyerRemedyVerbs *self,
                const FoyerRecordType *type,
                const char *id,
                const char *action,
                gboolean names_it)
{
  g_autofree char *client_id = find_client_id (self, type, id);
  g_autoptr (FoyerRecord) client
      = client_id == NULL ? NULL : foyer_store_get (get_store (self), &foyer_client_type, client_id);

  if (client == NULL) {
    say (self, _ ("This is not on this computer any more"));
    return;
  }
  foyer_access_verbs_look_at (self->access, client);
  if (!g_action_group_get_action_enabled (foyer_access_verbs_get_actions (self->access), action)) {
    say (self, _ ("Only the server can make it, and it cannot be reached now."));
    return;
  }
  g_action_group_activate_action (foyer_access_verbs_get_actions (self->access), action,
                                  names_it ? g_variant_new_string (id) : NULL);
}

/* Who never was invited has nothing that came back. */
static void
resend_last_invite (FoyerRemedyVerbs *self, const char *person_id)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_invite_type);
  g_autoptr (GPtrArray) invites = NULL;
  FoyerRecord *last = NULL;

  foyer_query_where_text (query, "personId", person_id);
  foyer_query_limit (query, MOST_INVITES);
  invites = foyer_store_list (get_store (self), query);
  for (guint i = 0; i < invites->len; i++) {
    if (last == NULL || foyer_record_get_created_at (invites->pdata[i]) >= foyer_record_get_created_at (last))
      last = invites->pdata[i];
  }
  if (last != NULL && foyer_invite_get_status (last) != FOYER_INVITE_REGISTERED
      && foyer_invite_get_status (last) != FOYER_INVITE_REVOKED)
    do_with_access (self, &foyer_invite_type, foyer_record_get_id (last), "resend", TRUE);
}

/* --- Places --- */

static void
open_record (FoyerRemedyVerbs *self, const FoyerRemedy *remedy)
{
  if (foyer_remedy_get_id (remedy) == NULL)
    say (self, _ ("This is not on this computer any more"));
  else
    g_signal_emit (self, signals[OPEN_RECORD], 0, foyer_remedy_get_id (remedy));
}

static void
carry_out_without_patch (FoyerRemedyVerbs *self, const FoyerRemedy *remedy)
{
  const char *id = foyer_remedy_get_id (remedy);

  switch (remedy->kind) {
  case FOYER_REMEDY_PUBLISH_DRAFT:
    publish_draft (self);
    break;
  case FOYER_REMEDY_OPEN_OUTBOX:
    g_signal_emit (self, signals[OPEN_OUTBOX], 0);
    break;
  case FOYER_REMEDY_SYNC_NOW:
    g_signal_emit (self, signals[SYNC_NOW], 0);
    break;
  case FOYER_REMEDY_COPY_SENTENCE:
    g_signal_emit (self, signals[COPY], 0, remedy->value == NULL ? remedy->words : remedy->value);
    break;
  case FOYER_REMEDY_TURN_PORTAL_ON:
  case FOYER_REMEDY_EDIT_SETTING:
  case FOYER_REMEDY_OPEN_SETTING:
    g_signal_emit (self, signals[OPEN_SETTING], 0, remedy->key);
    break;
  case FOYER_REMEDY_NEW_PAY_LINK:
    g_signal_emit (self, signals[OPEN_SETTING], 0, "payments");
    break;
  case FOYER_REMEDY_INVITE:
  case FOYER_REMEDY_RESEND_INVITE:
  case FOYER_REMEDY_NEW_LINK:
  case FOYER_REMEDY_EDIT_ADDRESS:
  case FOYER_REMEDY_EDIT_PHONE:
  case FOYER_REMEDY_SEND_SIGN_IN:
    if (id == NULL)
      open_record (self, remedy);
    else if (remedy->kind == FOYER_REMEDY_INVITE)
      do_with_access (self, remedy->type, id, remedy->type == &foyer_client_type ? "invite" : "invite-person",
                      remedy->type != &foyer_client_type);
    else if (remedy->kind == FOYER_REMEDY_RESEND_INVITE)
      do_with_access (self, remedy->type, id, "resend", TRUE);
    else if (remedy->kind == FOYER_REMEDY_NEW_LINK)
      do_with_access (self, remedy->type, id, "copy-link", FALSE);
    else if (remedy->kind == FOYER_REMEDY_SEND_SIGN_IN)
      send_sign_in (self, id);
    else
      ask (self, remedy);
    break;
  case FOYER_REMEDY_OPEN_RECORD:
  case FOYER_REMEDY_ENABLE_CLIENT:
  case FOYER_REMEDY_SECURE_CLIENT:
  case FOYER_REMEDY_EDIT_CLIENT:
  case FOYER_REMEDY_ALLOW_CLIENT_SCOPE:
  case FOYER_REMEDY_RESTORE_PERSON:
  case FOYER_REMEDY_UNLOCK:
  case FOYER_REMEDY_ALLOW_PERSON_SCOPE:
  case FOYER_REMEDY_ALLOW_PERSON_PERMISSION:
  case FOYER_REMEDY_ADD_SITE:
  case FOYER_REMEDY_WIDEN_LINK:
  case FOYER_REMEDY_END_SESSION:
  case FOYER_REMEDY_RELINK_CLIENT:
  case FOYER_REMEDY_RELINK_PROPERTY:
  case FOYER_REMEDY_RELEASE:
  default:
    open_record (self, remedy);
    break;
  }
}

/* --- The object --- */

static void
on_access_acted (FoyerRemedyVerbs *self, const FoyerAct *act)
{
  g_signal_emit (self, signals[ACTED], 0, act);
}

static void
foyer_remedy_verbs_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerRemedyVerbs *self = FOYER_REMEDY_VERBS (object);

  if (self->undo_seconds == g_value_get_uint (value))
    return;
  self->undo_seconds = g_value_get_uint (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_remedy_verbs_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, FOYER_REMEDY_VERBS (object)->undo_seconds);
}

static void
foyer_remedy_verbs_dispose (GObject *object)
{
  FoyerRemedyVerbs *self = FOYER_REMEDY_VERBS (object);

  foyer_remedy_verbs_stop (self);
  g_clear_object (&self->access);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (foyer_remedy_verbs_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, GType parameter)
{
  if (parameter == G_TYPE_NONE)
    return g_signal_new (name, FOYER_TYPE_REMEDY_VERBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                         0);
  return g_signal_new (name, FOYER_TYPE_REMEDY_VERBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                       parameter);
}

static void
foyer_remedy_verbs_class_init (FoyerRemedyVerbsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_remedy_verbs_set_property;
  object_class->get_property = foyer_remedy_verbs_get_property;
  object_class->dispose = foyer_remedy_verbs_dispose;

  properties[PROP_UNDO_SECONDS]
      = g_param_spec_uint ("undo-seconds", NULL, NULL, 0, 60, 10,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ACTED] = add_signal ("acted", FOYER_TYPE_ACT);
  signals[SAID] = add_signal ("said", G_TYPE_STRING);
  signals[OPEN_RECORD] = add_signal ("open-record", G_TYPE_STRING);
  signals[OPEN_SETTING] = add_signal ("open-setting", G_TYPE_STRING);
  signals[OPEN_OUTBOX] = add_signal ("open-outbox", G_TYPE_NONE);
  signals[SYNC_NOW] = add_signal ("sync-now", G_TYPE_NONE);
  signals[COPY] = add_signal ("copy", G_TYPE_STRING);
}

static void
foyer_remedy_verbs_init (FoyerRemedyVerbs *self)
{
  self->undo_seconds = 10;
  self->cancellable = g_cancellable_new ();
}

FoyerRemedyVerbs *
foyer_remedy_verbs_new (GtkWidget *place)
{
  FoyerRemedyVerbs *self = g_object_new (FOYER_TYPE_REMEDY_VERBS, NULL);

  self->place = place;
  self->access = foyer_access_verbs_new (place);
  g_object_bind_property (self, "undo-seconds", self->access, "undo-seconds", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->access, "acted", G_CALLBACK (on_access_acted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->access, "said", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  return self;
}

void
foyer_remedy_verbs_start (FoyerRemedyVerbs *self, FoyerDesk *desk)
{
  g_return_if_fail (FOYER_IS_REMEDY_VERBS (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  foyer_access_verbs_start (self->access, desk);
}

void
foyer_remedy_verbs_stop (FoyerRemedyVerbs *self)
{
  g_return_if_fail (FOYER_IS_REMEDY_VERBS (self));

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  foyer_access_verbs_stop (self->access);
  g_clear_object (&self->desk);
}

static const FoyerRecordType *
get_changed_type (const FoyerRemedy *remedy)
{
  switch (remedy->kind) {
  case FOYER_REMEDY_PUBLISH_DRAFT:
    return &foyer_portal_settings_type;
  case FOYER_REMEDY_INVITE:
  case FOYER_REMEDY_RESEND_INVITE:
    return &foyer_invite_type;
  case FOYER_REMEDY_EDIT_ADDRESS:
  case FOYER_REMEDY_EDIT_PHONE:
  case FOYER_REMEDY_SEND_SIGN_IN:
    return &foyer_portal_person_type;
  default:
    return remedy->patch == NULL ? NULL : remedy->type;
  }
}

char *
foyer_remedy_verbs_refuse (FoyerRemedyVerbs *self, const FoyerRemedy *remedy)
{
  const FoyerRecordType *type;

  g_return_val_if_fail (FOYER_IS_REMEDY_VERBS (self), NULL);

  if (self->desk == NULL)
    return g_strdup (_ ("Nobody is signed in"));
  if (remedy->kind == FOYER_REMEDY_PUBLISH_DRAFT)
    return foyer_settings_draft_refuse (foyer_desk_get_draft (self->desk));
  if (remedy->kind == FOYER_REMEDY_NEW_LINK && !foyer_desk_is_online (self->desk))
    return g_strdup (_ ("Only the server can make it, and it cannot be reached now."));
  type = get_changed_type (remedy);
  return type == NULL ? NULL : foyer_own_rights_refuse (self->desk, FOYER_STAFF_CHANGE, type);
}

void
foyer_remedy_verbs_carry_out (FoyerRemedyVerbs *self, const FoyerRemedy *remedy)
{
  const Change *change = find_change (remedy->kind);
  g_autofree char *refusal = NULL;

  g_return_if_fail (FOYER_IS_REMEDY_VERBS (self));

  refusal = foyer_remedy_verbs_refuse (self, remedy);
  if (refusal != NULL)
    say (self, refusal);
  else if (remedy->patch != NULL && remedy->type == &foyer_portal_settings_type)
    publish (self, remedy);
  else if (remedy->patch != NULL && change != NULL && foyer_remedy_get_id (remedy) != NULL)
    change_records (self, change, remedy->type, (const char *const *) remedy->ids, remedy->patch);
  else
    carry_out_without_patch (self, remedy);
}
