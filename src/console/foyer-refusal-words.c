/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-refusal-words.c - the sentences with which server and rules refuse something, in the language of this program */

#include "foyer-refusal-words.h"

#include "foyer-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* tests/lint/check-refusals.py holds these tables against what the server and the rules say. Each is in order. */

static const char *const sentences[] = {
  /* Translators: why the server did not accept something; follows a colon. */
  N_ ("A blob that it names is not here"),
  N_ ("A declined client is told why"),
  N_ ("A moved or cancelled visit is not put back by itself"),
  N_ ("A new booking waits for a decision"),
  N_ ("A new invite waits to be sent"),
  N_ ("A new quote is a draft until it is sent"),
  N_ ("A quote is sent with one of its versions"),
  N_ ("A record of this type is never changed"),
  N_ ("A record of this type is never removed"),
  N_ ("A revoked link stays revoked; make a new one"),
  N_ ("Another domain is primary; take that from it first"),
  N_ ("Another version has to be sent first"),
  N_ ("It could not be published; try it again or put it away"),
  N_ ("It has more members than any record"),
  N_ ("It has no time"),
  N_ ("It is published; what it changed can be changed back"),
  N_ ("Its last day has passed"),
  N_ ("Its time is over; schedule it anew"),
  N_ ("Many pictures were fetched lately. Try again in a minute."),
  N_ ("Nobody is made to be erased"),
  N_ ("Nobody proposes in the name of another"),
  N_ ("Nobody publishes in the name of another"),
  N_ ("Nothing was done"),
  N_ ("Only a domain for the portal can be primary"),
  N_ ("Only a domain that is verified can be primary"),
  N_ ("Only wrong tries lock somebody; staff unlock them"),
  N_ ("Others need it"),
  N_ ("Passwords are off"),
  N_ ("Pictures are fetched from addresses that begin with https:// and name no port, user or password"),
  N_ ("Settings are published by changing them, or scheduled"),
  N_ ("Somebody else of this client has this address"),
  N_ ("Somebody else was first"),
  N_ ("Somebody has worded this already; look at their words and change them"),
  N_ ("Staff only revoke an invite, before it is used"),
  N_ ("That version was sent with another title or site; make the next one"),
  N_ ("The booking has been decided"),
  N_ ("The booking has moved on since"),
  N_ ("The client has been told already"),
  N_ ("The client is being told at this moment"),
  N_ ("The history of settings stays"),
  N_ ("The password is missing"),
  N_ ("The person has no email address"),
  N_ ("The person is gone"),
  N_ ("The picture may have 2 MB at most, so that pages open quickly"),
  N_ ("The quote has expired"),
  N_ ("The quote has moved on since"),
  N_ ("The request has moved on since"),
  N_ ("The server has trouble of its own; nothing was done"),
  N_ ("The server publishes when it is time"),
  N_ ("The settings do not allow to invite people this way"),
  N_ ("The visit to be moved is gone"),
  N_ ("There is a version with that number already"),
  N_ ("There is no file at this address itself. Open it in a browser and copy the address that is shown "
      "then."),
  N_ ("There is nothing at this address that the server can fetch"),
  N_ ("There is nothing to publish"),
  N_ ("This address has been sent many links already; wait an hour"),
  N_ ("This address signs in already and has its own password"),
  N_ ("This address signs in already and has its own password; invite it by link"),
  N_ ("This domain is in the list already"),
  N_ ("This invite is not one with a password"),
  N_ ("This invite is over; make a new one"),
  N_ ("This is nobody of the client"),
  N_ ("What is there is no picture. It has to be PNG, JPEG or WebP."),
  N_ ("What it builds on was refused"),
  N_ ("What was approved has no further versions"),
  N_ ("What was approved is never changed"),
  N_ ("What was sent is never changed; make the next version"),
  N_ ("What was sent is never changed; send the next version"),
  N_ ("What was sent is never removed"),
  N_ ("What was signed is never changed; add another document"),
  N_ ("Whoever set the password knows it; it is kept nowhere"),
  N_ ("id: expected the one that the creation gets"),
  N_ ("recordId: expected a person, a link, a client or the organisation"),
};

/* What stands in braces is filled in when it is said, and stays as it is in a translation. */
static const char *const rule_sentences[] = {
  /* Translators: what a rule found, and what can be done. Names in braces stay as they are. */
  N_ ("A booking must name one"),
  N_ ("A device that was signed out stays signed out"),
  N_ ("A viewer can look but not change anything"),
  N_ ("Agree on the time with the client"),
  N_ ("Allowed"),
  N_ ("Ask an administrator"),
  N_ ("Ask an administrator for the Office role"),
  N_ ("Ask for the payment first"),
  N_ ("Ask for the property"),
  N_ ("Asked {hours} h ahead; the minimum is {least} h"),
  N_ ("Asked {hours} h before the visit"),
  N_ ("Bookings warn from {least} on"),
  N_ ("Change how clients sign in"),
  N_ ("Choose off or optional"),
  N_ ("Clients can still sign in"),
  N_ ("Clients change visits up to {least} h before"),
  N_ ("Clients do not move visits by themselves"),
  N_ ("Clients may ask for another time"),
  N_ ("Direct links are off; clients must sign in"),
  N_ ("Invoice {number}; bookings warn from {least} on"),
  N_ ("It began {moment}"),
  N_ ("It expired undecided"),
  N_ ("It is a holiday"),
  N_ ("It is a holiday: {note}"),
  N_ ("It was approved"),
  N_ ("It was cancelled"),
  N_ ("It was decided"),
  N_ ("It was declined"),
  N_ ("Lead time {hours} h"),
  N_ ("Locked after five wrong tries"),
  N_ ("Make sure that the calendar is planned that far"),
  N_ ("Make sure that the crew can still plan for it"),
  N_ ("Make sure that the crew is not on its way"),
  N_ ("No crew member is chosen"),
  N_ ("No invoice is {least} days overdue"),
  N_ ("No property is named"),
  N_ ("No property is named, and none is required"),
  N_ ("Nobody can do {skill}"),
  N_ ("Nobody has decided it yet"),
  N_ ("Nobody has entered working hours"),
  N_ ("Nobody is free for the whole time"),
  N_ ("Nobody proposes in the name of another"),
  N_ ("Nobody takes visits"),
  N_ ("Not checked"),
  N_ ("Nothing speaks against the client"),
  N_ ("Offer another day"),
  N_ ("Offer another time"),
  N_ ("Only an administrator can answer a proposal"),
  N_ ("Only an administrator can change {what}"),
  N_ ("Only an administrator can erase somebody"),
  N_ ("Only the server writes {what}"),
  N_ ("Overdue invoices are not looked at"),
  N_ ("Passwords are off; clients must use the email link"),
  N_ ("Please choose the property."),
  N_ ("Rescheduling is off"),
  N_ ("Send {crew} instead"),
  N_ ("Sign in on it again"),
  N_ ("Sign-in links by email are off"),
  N_ ("Single sign-on cannot be required: no provider is connected, so nobody could sign in"),
  N_ ("Single sign-on is not connected"),
  N_ ("Submit it for publishing"),
  N_ ("Talk to them first"),
  N_ ("The client is not on this computer"),
  N_ ("The client withdrew it"),
  N_ ("The last four digits alone sign nobody in"),
  N_ ("The maximum is {most}"),
  N_ ("The minimum is {least} h"),
  N_ ("The office booked it; the daily maximum is for clients"),
  N_ ("The office moves visits for you."),
  N_ ("The organisation is not on this computer yet"),
  N_ ("The property belongs to another client"),
  N_ ("The property is not on this computer"),
  N_ ("The property is this client's"),
  N_ ("The service is not on this computer"),
  N_ ("The time is in the past"),
  N_ ("The time is still ahead"),
  N_ ("The visit is not on this computer"),
  N_ ("There is no maximum"),
  N_ ("This booking is {time}"),
  N_ ("This computer does not know the organisation's time zone"),
  N_ ("This day is fully booked."),
  N_ ("This time has passed."),
  N_ ("This time is no longer free."),
  N_ ("This way to sign in is allowed"),
  N_ ("Unlock"),
  N_ ("Within working hours"),
  N_ ("and {count} more"),
  N_ ("{client} is blocked"),
  N_ ("{crew} does not work that day"),
  N_ ("{crew} is at {client}, {time}"),
  N_ ("{crew} is held for {client}, {time}"),
  N_ ("{crew} is nowhere else"),
  N_ ("{crew} is on leave"),
  N_ ("{crew} no longer takes visits"),
  N_ ("{crew} works {hours} that day"),
  N_ ("{name} approved it"),
  N_ ("{name} declined it"),
  N_ ("{place} booking that day"),
  N_ ("{place} booking that day; the maximum is {most}"),
};

static const char *const rule_words[] = {
  /* Translators: what somebody may not change: "Only an administrator can change …" */
  N_ ("access"),
  N_ ("bookings"),
  N_ ("call notes"),
  N_ ("clients"),
  N_ ("contracts"),
  N_ ("conversations"),
  N_ ("crew"),
  N_ ("deliveries"),
  N_ ("documents"),
  N_ ("domains"),
  N_ ("equipment"),
  N_ ("invites"),
  N_ ("invoices"),
  N_ ("labels"),
  N_ ("links"),
  N_ ("messages"),
  N_ ("payments"),
  N_ ("photos"),
  N_ ("plans"),
  N_ ("proof"),
  N_ ("properties"),
  N_ ("quotes"),
  N_ ("requests"),
  N_ ("reviews"),
  N_ ("saved replies"),
  N_ ("services"),
  N_ ("sessions"),
  N_ ("sign-ins"),
  N_ ("signatures"),
  N_ ("staff"),
  N_ ("templates"),
  N_ ("the devices of others"),
  N_ ("the log"),
  N_ ("the organisation"),
  N_ ("the portal's settings"),
  N_ ("the proposals of others"),
  N_ ("this"),
  N_ ("visits"),
  N_ ("what is published when"),
  N_ ("working hours"),
};

static int
compare (const void *key, const void *member)
{
  return strcmp (key, *(const char *const *) member);
}

#define IS_ONE_OF(text, list) (bsearch (text, list, G_N_ELEMENTS (list), sizeof (list)[0], compare) != NULL)

/* --- Sentences with something filled in --- */

typedef struct {
  char *place; /* with its braces */
  char *value;
} Filling;

static void
free_filling (gpointer data)
{
  Filling *filling = data;

  g_free (filling->place);
  g_free (filling->value);
  g_free (filling);
}

static void
add_filling (GPtrArray *fillings, const FoyerTextPiece *place, const char *value, gsize length)
{
  Filling *filling = g_new0 (Filling, 1);

  filling->place = g_strndup (place->name - 1, place->name_length + 2);
  filling->value = g_strndup (value, length);
  g_ptr_array_add (fillings, filling);
}

/* Returns: where @literal stands in @text, behind at least one character; at the very end if nothing comes @after it */
static const char *
find_literal (const char *text, const char *literal, gboolean after)
{
  gsize length = strlen (text);
  const char *found;

  if (length == 0)
    return NULL;
  if (after)
    return strstr (text + 1, literal);
  found = text + length - MIN (strlen (literal), length);
  return found > text && g_str_has_suffix (text, literal) ? found : NULL;
}

/* Whether @text was made from @template, and with what. */
static gboolean
read_fillings (const char *template, const char *text, GPtrArray *fillings)
{
  FoyerTextPiece place = { 0 };
  FoyerTextPiece piece;

  for (const char *at = template; foyer_text_next_piece (&at, &piece);) {
    g_autofree char *literal = g_strndup (piece.text, piece.length);
    const char *end = place.name == NULL ? text : find_literal (text, literal, piece.name != NULL);

    if (end == NULL || !g_str_has_prefix (end, literal))
      return FALSE;
    if (place.name != NULL)
      add_filling (fillings, &place, text, (gsize) (end - text));
    text = end + piece.length;
    place = piece;
    if (piece.name == NULL)
      break;
  }
  return *text == '\0';
}

/* Returns: (transfer full) (nullable): NULL if @text was not made from @template */
static char *
translate_filled (const char *template, const char *text, FoyerTranslateFunc translate)
{
  g_autoptr (GPtrArray) fillings = g_ptr_array_new_with_free_func (free_filling);
  g_autoptr (GString) words = NULL;

  if (strchr (template, '{') == NULL || !read_fillings (template, text, fillings))
    return NULL;
  words = g_string_new (translate (template));
  for (guint i = 0; i < fillings->len; i++) {
    const Filling *filling = fillings->pdata[i];

    g_string_replace (words, filling->place,
                      IS_ONE_OF (filling->value, rule_words) ? translate (filling->value) : filling->value,
                      1);
  }
  return g_strdup (words->str);
}

char *
foyer_refusal_words_by (const char *description, FoyerTranslateFunc translate)
{
  if (description == NULL)
    return NULL;
  if (IS_ONE_OF (description, sentences) || IS_ONE_OF (description, rule_sentences))
    return g_strdup (translate (description));
  for (guint i = 0; i < G_N_ELEMENTS (rule_sentences); i++) {
    char *words = translate_filled (rule_sentences[i], description, translate);

    if (words != NULL)
      return words;
  }
  return g_strdup (description);
}

static const char *
translate_by_catalogue (const char *text)
{
  return _ (text);
}

char *
foyer_refusal_words (const char *description)
{
  return foyer_refusal_words_by (description, translate_by_catalogue);
}
