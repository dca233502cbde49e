/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-question.c - which chain does somebody mean who types what they heard on the phone? */

#include "foyer-diagnosis-question.h"

#include "foyer-sentence.h"
#include "foyer-typo.h"

#include <string.h>

/* From so many letters on what is typed may be a slip, a word bears one, and bears two. */
#define SHORTEST_SLIP 4
#define ONE_SLIP 5
#define TWO_SLIPS 10

#define C(name) FOYER_DIAGNOSIS_##name

/* What points to a chain, and how surely: words parted by bars, English and German, without accents; several words in a row count only in
 * that row. What names an act outweighs what names a thing: who cannot pay an invoice can see it. */
/* clang-format off */
static const struct {
  FoyerDiagnosisChain chain;
  int weight;
  const char *words;
} clues[] = {
  { C (NO_MAIL), 4, "email|emails|mail|mails|e mail|invite|invitation|einladung|eingeladen|spam|junk|inbox|bounced|postfach" },
  { C (NO_MAIL), 4, "receive anything|received anything|get anything|got anything|received nothing|got nothing|never got anything|nichts bekommen|nichts erhalten" },
  { C (NO_MAIL), 9, "link never came|link never arrived|link didnt come|link didnt arrive|link did not come|link did not arrive|no link came|no link arrived|didnt get the link|didnt get a link|didnt get her link|didnt get his link|never got the link|never got a link|never got her link|never got his link" },
  { C (NO_MAIL), 2, "get|gets|got|receive|received|arrive|arrived|bekommt|bekommen|erhalten|erhalt|kommt|kam|angekommen" },
  { C (SIGN_IN), 5, "sign in|signing in|log in|log on|login|logging in|log into|sign into|get in|get into|logged out|signed out|kicked out|anmelden|anmeldung|einloggen|meldet sich an|password|passwort|kennwort|locked|gesperrt|zugang|kommt nicht rein" },
  { C (SIGN_IN), 3, "link|links|expired|abgelaufen|code|codes|access|last four|four digits|phone number|page not found|not found|404|website|portal down|portal is down|doesnt open|does not open|wont open|doesnt load|does not load|wont load|not loading|seite nicht gefunden" },
  { C (SEES_NOTHING), 4, "nothing|empty|blank|leer|leere|nichts|everything gone|everything is gone|everything disappeared|all gone|see anything|white screen|black screen|alles weg" },
  { C (NO_VISITS), 3, "visit|visits|job|jobs|schedule|appointment|appointments|work order|work orders|technician|upcoming|history|property|properties|site|sites|termin|termine|besuch|besuche|auftrag|auftrage|einsatz|einsatze" },
  { C (NO_PHOTOS), 4, "photo|photos|picture|pictures|pics|image|images|foto|fotos|bild|bilder" },
  { C (NO_INVOICES), 3, "invoice|invoices|bill|bills|statement|statements|receipt|receipts|paid|due|amount|amounts|rechnung|rechnungen|quittung|kontoauszug|balance|saldo" },
  { C (NO_PROOF), 4, "proof|report|reports|nachweis|nachweise|bericht|berichte|protokoll" },
  { C (NO_QUOTES), 3, "quote|quotes|estimate|estimates|proposal|proposals|quotation|angebot|angebote|kostenvoranschlag" },
  { C (NO_DOCUMENTS), 4, "document|documents|file|files|pdf|dokument|dokumente|unterlagen|datei|dateien|certificate|certificates|paperwork|equipment|manual|manuals|warranty|garantie" },
  { C (NO_PLANS), 4, "plan|plans|subscription|abo|wartung" },
  { C (NO_CONTRACTS), 4, "contract|contracts|agreement|vertrag|vertrage|wartungsvertrag" },
  { C (CANNOT_PAY), 5, "pay|paying|payment|payments|card|cards|stripe|checkout|check out|zahlen|bezahlen|zahlung|karte|uberweisen" },
  { C (CANNOT_APPROVE), 5, "approve|approving|do i sign|where to sign|approval|accept|accepting|signature|sign it|sign the|decline|unterschreiben|unterschrift|annehmen|genehmigen|zustimmen|ablehnen|signieren" },
  { C (CANNOT_APPROVE), 1, "sign|quote|estimate|proposal|angebot" },
  { C (CANNOT_BOOK), 5, "book|booking|bookings|slot|slots|no times|no time|times available|free times|availability|schedule a|make an appointment|new appointment|request a visit|request an appointment|request a service|not offered|isnt offered|keine freien|keine zeiten|freie zeiten|buchen|buchung|buchungen|ausbuchen" },
  { C (CANNOT_CHANGE), 6, "cancel|cancelling|postpone|postponing|change appointment|change the appointment|change her appointment|change his appointment|change an appointment|change visit|change the visit|change a visit|change the date|change the day|change the time|change the booking|change her booking|change his booking|move|moving|reschedule|rescheduling|absagen|stornieren|verschieben|verlegen|umbuchen|andern" },
  { C (CANNOT_WRITE), 4, "message|messages|messaging|write|writing|chat|reply|contact us|contact the office|reach us|reach the office|nachricht|nachrichten|schreiben|antworten" },
  { C (LOOKS_WRONG), 4, "logo|colour|colours|color|colors|brand|branding|farbe|farben|aussehen|design|banner|looks|company name|old name|wrong name|sieht falsch aus" },
  { C (NO_TEXTS), 6, "sms|text message|text messages|texts|text|textnachricht|textnachrichten" },
  { C (WRONG_TIMES), 4, "time|times|zone|timezone|clock|hour|hours|uhrzeit|uhrzeiten|zeit|zeiten|zeitzone|stunde|stunden|uhr" },
  { C (SEES_TOO_MUCH), 7, "someone else|somebody else|other people|other peoples|neighbour|neighbours|neighbor|neighbors|wrong client|wrong clients|wrong customer|wrong customers|shouldnt see|should not see|shouldnt be seeing|she shouldnt|he shouldnt|they shouldnt|someone elses|somebody elses|another client|another customer|other client|other clients|other customers|too much|fremd|fremde|fremden|anderer kunde|anderen kunden|andere kunden|anderem kunden|zu viel|jemand anderem|not theirs|not hers|not his" },
};

static const char *const questions[FOYER_N_DIAGNOSIS_CHAINS] = {
  [C (NO_MAIL)] = FOYER_MARK ("Got no email"),
  [C (SIGN_IN)] = FOYER_MARK ("Can't sign in"),
  [C (SEES_NOTHING)] = FOYER_MARK ("Sees nothing"),
  [C (NO_VISITS)] = FOYER_MARK ("Can't see visits"),
  [C (NO_PHOTOS)] = FOYER_MARK ("Can't see photos"),
  [C (NO_INVOICES)] = FOYER_MARK ("Can't see an invoice"),
  [C (NO_PROOF)] = FOYER_MARK ("Can't see proof"),
  [C (NO_QUOTES)] = FOYER_MARK ("Can't see a quote"),
  [C (NO_DOCUMENTS)] = FOYER_MARK ("Can't see a document"),
  [C (NO_PLANS)] = FOYER_MARK ("Can't see a plan"),
  [C (NO_CONTRACTS)] = FOYER_MARK ("Can't see a contract"),
  [C (CANNOT_PAY)] = FOYER_MARK ("Can't pay"),
  [C (CANNOT_APPROVE)] = FOYER_MARK ("Can't approve or sign a quote"),
  [C (CANNOT_BOOK)] = FOYER_MARK ("Can't book"),
  [C (CANNOT_CHANGE)] = FOYER_MARK ("Can't move or cancel a visit"),
  [C (CANNOT_WRITE)] = FOYER_MARK ("Can't write a message"),
  [C (LOOKS_WRONG)] = FOYER_MARK ("Logo or colours are wrong"),
  [C (NO_TEXTS)] = FOYER_MARK ("Gets no text messages"),
  [C (WRONG_TIMES)] = FOYER_MARK ("Times are wrong"),
  [C (SEES_TOO_MUCH)] = FOYER_MARK ("Sees what is somebody else's"),
};
/* clang-format on */

/* Small letters without accents, and nothing between them but single spaces. */
static char *
fold (const char *words)
{
  g_autofree char *lower = g_utf8_casefold (words, -1);
  g_autofree char *parts = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKD);
  GString *plain = g_string_new (NULL);

  for (const char *at = parts; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (g_unichar_ismark (letter) || letter == '\'' || letter == 0x2019)
      continue;
    if (g_unichar_isalnum (letter))
      g_string_append_unichar (plain, letter);
    else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
      g_string_append_c (plain, ' ');
  }
  if (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

/* A small word that is a slip away from one that points somewhere. */
static gboolean
is_small_word (const char *typed)
{
  static const char *const words[] = { "contact",  "date",  "dates", "nicht", "quite", "right",
                                       "schedule", "there", "their", "where", "white", NULL };

  return g_strv_contains (words, typed);
}

static gboolean
fits (const char *typed, const char *word)
{
  gsize length = strlen (word);
  guint slips = length >= TWO_SLIPS ? 2 : length >= ONE_SLIP ? 1 : 0;

  if (strcmp (typed, word) == 0)
    return TRUE;
  if (strlen (typed) < SHORTEST_SLIP || is_small_word (typed))
    return FALSE;
  return slips > 0 && foyer_typo_distance (typed, word, slips) <= slips;
}

/* Whether the words of @clue stand in a row among those that were typed. */
static gboolean
stands_in (char **typed, const char *clue)
{
  g_auto (GStrv) row = g_strsplit (clue, " ", -1);
  guint length = g_strv_length (row);
  guint n_typed = g_strv_length (typed);

  for (guint i = 0; i + length <= n_typed; i++) {
    guint n_fitting = 0;

    while (n_fitting < length && fits (typed[i + n_fitting], row[n_fitting]))
      n_fitting++;
    if (n_fitting == length)
      return TRUE;
  }
  return FALSE;
}

/* How surely @typed means each chain. */
static void
weigh (const char *words, int weights[FOYER_N_DIAGNOSIS_CHAINS])
{
  g_autofree char *plain = g_utf8_validate (words, -1, NULL) ? fold (words) : g_strdup ("");
  g_auto (GStrv) typed = g_strsplit (plain, " ", -1);

  memset (weights, 0, sizeof (int) * FOYER_N_DIAGNOSIS_CHAINS);
  for (guint i = 0; i < G_N_ELEMENTS (clues); i++) {
    g_auto (GStrv) each = g_strsplit (clues[i].words, "|", -1);
    gboolean is_meant = FALSE;

    for (guint k = 0; each[k] != NULL && !is_meant; k++)
      is_meant = stands_in (typed, each[k]);
    if (is_meant)
      weights[clues[i].chain] += clues[i].weight;
  }
}

gboolean
foyer_diagnosis_find_chain (const char *words, FoyerDiagnosisChain *chain)
{
  int weights[FOYER_N_DIAGNOSIS_CHAINS];
  int best = 0;

  weigh (words, weights);
  for (int i = 0; i < FOYER_N_DIAGNOSIS_CHAINS; i++) {
    /* What points by the way only, such as "get", is not enough. */
    if (weights[i] > MAX (best, 2)) {
      best = weights[i];
      *chain = (FoyerDiagnosisChain) i;
    }
  }
  return best > 0;
}

static int
compare_weight (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const int *weights = user_data;
  const FoyerDiagnosisQuestion *first = a;
  const FoyerDiagnosisQuestion *second = b;

  if (weights[first->chain] != weights[second->chain])
    return weights[second->chain] - weights[first->chain];
  return (int) first->chain - (int) second->chain;
}

/* Whether @words begins the question or one of its words, as somebody types it. */
static gboolean
is_beginning (const char *words, const char *question)
{
  g_autofree char *typed = fold (words);
  g_autofree char *whole = fold (question);
  const char *at = *typed == '\0' ? NULL : strstr (whole, typed);

  return at != NULL && (at == whole || at[-1] == ' ');
}

GArray *
foyer_diagnosis_suggest (const char *words, const char *language)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (FoyerDiagnosisQuestion));
  gboolean is_typed = words != NULL && g_utf8_validate (words, -1, NULL);
  int weights[FOYER_N_DIAGNOSIS_CHAINS] = { 0 };
  gboolean is_meant = FALSE;

  if (is_typed)
    weigh (words, weights);
  for (int i = 0; i < FOYER_N_DIAGNOSIS_CHAINS; i++) {
    weights[i] += is_typed && is_beginning (words, foyer_text (language, questions[i])) ? 3 : 0;
    is_meant = is_meant || weights[i] > 0;
  }
  for (int i = 0; i < FOYER_N_DIAGNOSIS_CHAINS; i++) {
    FoyerDiagnosisQuestion question = { (FoyerDiagnosisChain) i, foyer_text (language, questions[i]) };

    if (!is_meant || weights[i] > 0)
      g_array_append_val (found, question);
  }
  g_array_sort_with_data (found, compare_weight, weights);
  return found;
}
