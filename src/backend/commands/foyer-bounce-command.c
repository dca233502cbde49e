/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-bounce-command.c - foyer-server bounce: a mail server hands over what it was told of our mails */

#include "commands/foyer-command.h"
#include "commands/foyer-control-request.h"
#include "commands/foyer-control.h"
#include "mail/foyer-mail-report.h"

#include <string.h>
#include <sysexits.h>
#include <unistd.h>

static const char about[] = "Reads a mail from its input, as mail servers give it to a program: the report "
                            "of one that came back, or arrived.\n"
                            "What it is of is known by its Message-ID. Everything else is thrown away. The "
                            "server may be running or not.";

/* All of it, so that whoever writes is not cut off; only its beginning is kept. */
static GBytes *
read_input (GError **error)
{
  g_autoptr (GByteArray) mail = g_byte_array_new ();
  guint8 buffer[16 * 1024];
  gssize got;

  while ((got = read (STDIN_FILENO, buffer, sizeof buffer)) > 0) {
    if (mail->len < FOYER_MAIL_REPORT_LONGEST)
      g_byte_array_append (mail, buffer, (guint) MIN ((gsize) got, FOYER_MAIL_REPORT_LONGEST - mail->len));
  }
  if (got == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&mail));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The mail could not be read");
  return NULL;
}

/* A mail server keeps what it could not hand over, and comes again. */
static int
ask_again (const GError *error)
{
  foyer_command_fail (error);
  return EX_TEMPFAIL;
}

int
foyer_bounce_command (int argc, char **argv)
{
  g_autofree char *directory = NULL;
  const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &directory, "Where the server's data lives", "DIR" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) mail = NULL;
  g_autoptr (FoyerMailReport) report = NULL;
  g_autofree char *line = NULL;
  g_autofree char *answer = NULL;

  if (!foyer_command_parse (argc, argv, about, options, "data"))
    return FOYER_EXIT_USAGE;
  mail = read_input (&error);
  if (mail == NULL)
    return ask_again (error);
  report = foyer_mail_report_read (mail);
  if (report == NULL) {
    g_print ("This is no report about a mail of ours\n");
    return FOYER_EXIT_GOOD;
  }
  line = foyer_control_request_report (report);
  answer = foyer_control_ask (directory, line, NULL, &error);
  if (answer == NULL)
    return ask_again (error);
  g_print ("%s\n", answer);
  return FOYER_EXIT_GOOD;
}
