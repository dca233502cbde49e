/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-http-message.c - requests and responses without sockets */

#include "foyer-http-message.h"

#include <string.h>

FoyerHttpRequest *
foyer_http_request_new (const char *method, const char *host, const char *path, const char *query)
{
  FoyerHttpRequest *self = g_new0 (FoyerHttpRequest, 1);

  self->method = g_strdup (method);
  self->host = g_ascii_strdown (host, -1);
  self->path = g_strdup (path);
  self->query = g_strdup (query);
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->body = g_bytes_new (NULL, 0);
  return self;
}

void
foyer_http_request_free (FoyerHttpRequest *self)
{
  if (self == NULL)
    return;
  g_free (self->method);
  g_free (self->host);
  g_free (self->path);
  g_free (self->query);
  g_hash_table_unref (self->headers);
  g_bytes_unref (self->body);
  foyer_upload_form_free (self->form);
  foyer_fetched_picture_free (self->fetched);
  g_free (self);
}

const char *
foyer_http_request_header (const FoyerHttpRequest *self, const char *name)
{
  return g_hash_table_lookup (self->headers, name);
}

void
foyer_http_request_set_header (FoyerHttpRequest *self, const char *name, const char *value)
{
  g_hash_table_replace (self->headers, g_ascii_strdown (name, -1), g_strdup (value));
}

void
foyer_http_request_set_body (FoyerHttpRequest *self, const char *content_type, GBytes *body)
{
  foyer_http_request_set_header (self, "content-type", content_type);
  g_bytes_unref (self->body);
  self->body = g_bytes_ref (body);
}

FoyerHttpResponse *
foyer_http_response_new (guint status, const char *content_type, GBytes *body)
{
  FoyerHttpResponse *self = g_new0 (FoyerHttpResponse, 1);

  self->status = status;
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->body = body == NULL ? g_bytes_new (NULL, 0) : body;
  if (content_type != NULL)
    foyer_http_response_set_header (self, "Content-Type", content_type);
  return self;
}

FoyerHttpResponse *
foyer_http_response_new_text (guint status, const char *content_type, char *body)
{
  return foyer_http_response_new (status, content_type, g_bytes_new_take (body, strlen (body)));
}

void
foyer_http_response_free (FoyerHttpResponse *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->headers);
  g_bytes_unref (self->body);
  g_free (self);
}

void
foyer_http_response_set_header (FoyerHttpResponse *self, const char *name, const char *value)
{
  g_ptr_array_add (self->headers, g_strdup (name));
  g_ptr_array_add (self->headers, g_strdup (value));
}

void
foyer_http_response_set_file_name (FoyerHttpResponse *self, const char *name)
{
  g_autofree char *escaped = g_uri_escape_string (name, NULL, FALSE);
  g_autofree char *disposition = g_strdup_printf ("attachment; filename*=UTF-8''%s", escaped);

  foyer_http_response_set_header (self, "Content-Disposition", disposition);
}

const char *
foyer_http_response_header (const FoyerHttpResponse *self, const char *name)
{
  for (guint i = 0; i + 1 < self->headers->len; i += 2) {
    if (g_ascii_strcasecmp (self->headers->pdata[i], name) == 0)
      return self->headers->pdata[i + 1];
  }
  return NULL;
}
