/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-inbox-closures.c - what the inbox says of conversations and messages */

#include "foyer-inbox-closures.h"

#include "foyer-talk.h"

#include "foyer-message-line.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/message.h"
#include "types/portal_person.h"

#include <glib/gi18n-lib.h>

static const char *
name_client (FoyerRecord *client)
{
  return client == NULL ? "" : foyer_client_get_name (client);
}

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* --- Conversations --- */

char *
foyer_talk_title (GObject *self, FoyerRecord *person, FoyerRecord *client)
{
  return g_strdup (person == NULL ? name_client (client) : foyer_portal_person_get_name (person));
}

char *
foyer_talk_context (GObject *self, FoyerRecord *person, FoyerRecord *client, FoyerRecord *conversation)
{
  const char *subject = conversation == NULL ? NULL : foyer_conversation_get_subject (conversation);
  const char *name = name_client (client);
  gboolean named
      = person != NULL && is_text (name) && !g_str_equal (name, foyer_portal_person_get_name (person));

  if (!named)
    return g_strdup (is_text (subject) ? subject : "");
  return is_text (subject) ? g_strdup_printf ("%s · %s", name, subject) : g_strdup (name);
}

char *
foyer_talk_snippet (GObject *self, FoyerRecord *conversation, const char *draft)
{
  const char *snippet = conversation == NULL ? NULL : foyer_conversation_get_snippet (conversation);
  g_autofree char *line = is_text (draft) ? g_strdup (draft) : NULL;

  if (line == NULL)
    return g_strdup (snippet == NULL ? "" : snippet);
  g_strdelimit (line, "\n\r\t", ' ');
  /* Translators: what somebody has begun to write */
  return g_strdup_printf (_ ("Draft: %s"), line);
}

char **
foyer_talk_snippet_classes (GObject *self, const char *draft)
{
  static const char *const with_draft[] = { "dim-label", "foyer-draft", NULL };
  static const char *const without[] = { NULL };

  return g_strdupv ((char **) (is_text (draft) ? with_draft : without));
}

char *
foyer_talk_moment (GObject *self, FoyerRecord *conversation, FoyerOfficeTime *time, gint64 now)
{
  gint64 at;

  if (conversation == NULL || time == NULL || !FOYER_HAS (conversation, conversation, last_at))
    return g_strdup ("");
  at = foyer_conversation_get_last_at (conversation);
  return foyer_office_time_is_same_day (time, at, now) ? foyer_office_time_clock_text (time, at)
                                                       : foyer_office_time_date_text (time, at);
}

char **
foyer_talk_title_classes (GObject *self, gboolean unread)
{
  static const char *const bold[] = { "heading", NULL };
  static const char *const plain[] = { NULL };

  return g_strdupv ((char **) (unread ? bold : plain));
}

char *
foyer_talk_icon (GObject *self, FoyerRecord *conversation, const char *draft)
{
  if (is_text (draft))
    return g_strdup ("foyer-pencil-symbolic");
  return g_strdup (conversation != NULL && foyer_conversation_get_has_photo (conversation)
                       ? "foyer-paperclip-symbolic"
                       : "");
}

gboolean
foyer_talk_has_icon (GObject *self, FoyerRecord *conversation, const char *draft)
{
  return is_text (draft) || (conversation != NULL && foyer_conversation_get_has_photo (conversation));
}

char *
foyer_talk_spoken (GObject *self,
                   FoyerRecord *person,
                   FoyerRecord *client,
                   FoyerRecord *conversation,
                   const char *draft,
                   gboolean unread,
                   FoyerOfficeTime *time,
                   gint64 now)
{
  g_autofree char *title = foyer_talk_title (self, person, client);
  g_autofree char *context = foyer_talk_context (self, person, client, conversation);
  g_autofree char *snippet = foyer_talk_snippet (self, conversation, draft);
  g_autofree char *moment = foyer_talk_moment (self, conversation, time, now);
  g_autoptr (GString) spoken = g_string_new (title);

  if (unread)
    g_string_append_printf (spoken, ", %s", _ ("not read"));
  if (is_text (context))
    g_string_append_printf (spoken, ", %s", context);
  if (is_text (snippet))
    g_string_append_printf (spoken, ", %s", snippet);
  if (is_text (moment))
    g_string_append_printf (spoken, ", %s", moment);
  return g_strdup (spoken->str);
}

static gboolean
is_done (FoyerRecord *conversation)
{
  return conversation != NULL && foyer_conversation_get_status (conversation) == FOYER_CONVERSATION_DONE;
}

char *
foyer_talk_done_label (GObject *self, FoyerRecord *conversation)
{
  return g_strdup (is_done (conversation) ? _ ("Reopen") : _ ("Done"));
}

char *
foyer_talk_done_icon (GObject *self, FoyerRecord *conversation)
{
  return g_strdup (is_done (conversation) ? "edit-undo-symbolic" : "object-select-symbolic");
}

char *
foyer_inbox_list_page (GObject *self, gboolean empty)
{
  return g_strdup (empty ? "empty" : "list");
}

char *
foyer_inbox_detail_page (GObject *self, GObject *talk)
{
  return g_strdup (talk == NULL ? "nothing" : "thread");
}

char *
foyer_inbox_messaging_text (GObject *self, gboolean messaging)
{
  return messaging ? NULL : g_strdup (_ ("Clients cannot write to you. You can still read, and write."));
}

char *
foyer_inbox_empty_text (GObject *self, const char *shown)
{
  if (g_strcmp0 (shown, "mine") == 0)
    return g_strdup (_ ("Nothing waits for you"));
  if (g_strcmp0 (shown, "unassigned") == 0)
    return g_strdup (_ ("Everything is somebody’s"));
  return g_strdup (g_strcmp0 (shown, "done") == 0 ? _ ("Nothing is done yet") : _ ("No messages"));
}

/* --- Messages --- */

static FoyerMessageKind
get_kind (FoyerRecord *message)
{
  return message == NULL ? FOYER_MESSAGE_SYSTEM : (FoyerMessageKind) foyer_message_get_kind (message);
}

char *
foyer_letter_day (GObject *self, FoyerRecord *message, FoyerOfficeTime *time)
{
  return message == NULL || time == NULL
             ? g_strdup ("")
             : foyer_office_time_long_date_text (time, foyer_message_get_sent_at (message));
}

char *
foyer_letter_body (GObject *self, FoyerRecord *message)
{
  return g_strdup (message == NULL ? "" : foyer_message_get_body (message));
}

gboolean
foyer_letter_has_words (GObject *self, FoyerRecord *message)
{
  return message != NULL && is_text (foyer_message_get_body (message));
}

char **
foyer_letter_classes (GObject *self, FoyerRecord *message)
{
  static const char *const classes[][3] = {
    [FOYER_MESSAGE_CLIENT] = { "foyer-bubble", "client", NULL },
    [FOYER_MESSAGE_TEAM] = { "foyer-bubble", "team", NULL },
    [FOYER_MESSAGE_NOTE] = { "foyer-bubble", "note", NULL },
    [FOYER_MESSAGE_SYSTEM] = { "foyer-bubble", "system", NULL },
  };

  return g_strdupv ((char **) classes[get_kind (message)]);
}

GtkAlign
foyer_letter_side (GObject *self, FoyerRecord *message)
{
  switch (get_kind (message)) {
  case FOYER_MESSAGE_CLIENT:
    return GTK_ALIGN_START;
  case FOYER_MESSAGE_TEAM:
    return GTK_ALIGN_END;
  case FOYER_MESSAGE_NOTE:
    return GTK_ALIGN_FILL;
  case FOYER_MESSAGE_SYSTEM:
  default:
    return GTK_ALIGN_CENTER;
  }
}

gboolean
foyer_letter_is_note (GObject *self, FoyerRecord *message)
{
  return message != NULL && get_kind (message) == FOYER_MESSAGE_NOTE;
}

char *
foyer_letter_note_head (GObject *self, FoyerRecord *message, const char *author, FoyerOfficeTime *time)
{
  g_autofree char *at = NULL;

  if (message == NULL || time == NULL)
    return g_strdup ("");
  at = foyer_office_time_clock_text (time, foyer_message_get_sent_at (message));
  /* Translators: who of the office wrote a note, and when: "Internal note · Ana, 8:58 AM" */
  return g_strdup_printf (_ ("Internal note · %s, %s"), author, at);
}

/* Photos alone need no empty bubble above them; the head of a note stands in one. */
gboolean
foyer_letter_has_bubble (GObject *self, FoyerRecord *message)
{
  return foyer_letter_has_words (self, message) || foyer_letter_is_note (self, message);
}

/* How far it came; nothing for what came to the office. */
static char *
describe_way (FoyerRecord *message, FoyerOfficeTime *time)
{
  g_autofree char *at = NULL;

  if (get_kind (message) != FOYER_MESSAGE_TEAM)
    return NULL;
  if (foyer_message_get_status (message) == FOYER_MESSAGE_FAILED)
    return g_strdup (is_text (foyer_message_get_failure (message)) ? foyer_message_get_failure (message)
                                                                   : _ ("Not sent"));
  if (foyer_record_get_rev (message) == 0)
    return g_strdup (_ ("On its way"));
  if (foyer_message_get_status (message) == FOYER_MESSAGE_CANCELLED)
    return g_strdup (_ ("Cancelled"));
  if (FOYER_HAS (message, message, read_at)) {
    at = foyer_office_time_clock_text (time, foyer_message_get_read_at (message));
    return g_strdup_printf (_ ("Read %s"), at);
  }
  return g_strdup (_ ("Sent"));
}

char *
foyer_letter_footer (GObject *self, FoyerRecord *message, const char *author, FoyerOfficeTime *time)
{
  g_autofree char *at = NULL;
  g_autofree char *way = NULL;
  g_autoptr (GString) footer = g_string_new (author);

  if (message == NULL || time == NULL)
    return g_strdup ("");
  at = foyer_office_time_clock_text (time, foyer_message_get_sent_at (message));
  way = describe_way (message, time);
  g_string_append_printf (footer, "%s%s", footer->len == 0 ? "" : " · ", at);
  if (way != NULL)
    g_string_append_printf (footer, " · %s", way);
  return g_strdup (footer->str);
}

char *
foyer_letter_spoken (GObject *self, FoyerRecord *message, const char *author, FoyerOfficeTime *time)
{
  g_autofree char *head = foyer_letter_is_note (self, message)
                              ? foyer_letter_note_head (self, message, author, time)
                              : foyer_letter_footer (self, message, author, time);

  g_autofree char *words = foyer_message_words (message);

  return message == NULL ? g_strdup ("") : g_strdup_printf ("%s: %s", head, words);
}

/* --- Writing --- */

char *
foyer_composer_send_label (GObject *self, const char *kind, const char *partner)
{
  if (g_strcmp0 (kind, FOYER_TALK_NOTE) == 0)
    return g_strdup (_ ("Add Note"));
  /* Translators: to whom a reply goes */
  return is_text (partner) ? g_strdup_printf (_ ("Send to %s"), partner) : g_strdup (_ ("Send"));
}

char **
foyer_composer_classes (GObject *self, const char *kind)
{
  static const char *const reply[] = { "foyer-composer", NULL };
  static const char *const note[] = { "foyer-composer", "note", NULL };

  return g_strdupv ((char **) (g_strcmp0 (kind, FOYER_TALK_NOTE) == 0 ? note : reply));
}

double
foyer_shown_opacity (GObject *self, gboolean shown)
{
  return shown ? 1 : 0;
}
