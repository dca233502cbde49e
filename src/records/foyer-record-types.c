/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-types.c - the tables of all record types, made from the lists in types/ */

#include "types/audit_event.h"
#include "types/availability.h"
#include "types/booking.h"
#include "types/call_note.h"
#include "types/client.h"
#include "types/contract.h"
#include "types/conversation.h"
#include "types/crew_member.h"
#include "types/delivery.h"
#include "types/device.h"
#include "types/document.h"
#include "types/domain.h"
#include "types/equipment.h"
#include "types/invite.h"
#include "types/invoice.h"
#include "types/label.h"
#include "types/message.h"
#include "types/organisation.h"
#include "types/payment.h"
#include "types/photo.h"
#include "types/plan.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_session.h"
#include "types/portal_settings.h"
#include "types/proof_pack.h"
#include "types/property.h"
#include "types/quote.h"
#include "types/quote_version.h"
#include "types/request.h"
#include "types/review.h"
#include "types/saved_reply.h"
#include "types/service.h"
#include "types/settings_proposal.h"
#include "types/settings_version.h"
#include "types/sign_in_event.h"
#include "types/signature.h"
#include "types/staff_member.h"
#include "types/template.h"
#include "types/visit.h"

#define FIELD_LINE(type, KIND, col, json, ...) \
  { .name = json, .column = #col, .kind = FOYER_KIND_##KIND, __VA_ARGS__ },

/* clang-format off */
/* Every type: C name, list of fields, JSON name, prefix of ids, what it is, anything out of the ordinary. */
#define RECORD_TYPES(TYPE) \
  TYPE (organisation, FOYER_ORGANISATION_FIELDS, "Organisation", "org", \
        "The business itself: its name, its place and time, and how ready its outside services are.", .singleton = TRUE) \
  TYPE (staff_member, FOYER_STAFF_MEMBER_FIELDS, "StaffMember", "st", \
        "Somebody who works in the office and signs in to consoles.") \
  TYPE (device, FOYER_DEVICE_FIELDS, "Device", "dv", "One installed console.") \
  TYPE (label, FOYER_LABEL_FIELDS, "Label", "lb", "A word that staff put on clients and conversations.") \
  TYPE (service, FOYER_SERVICE_FIELDS, "Service", "sv", "Work that the business sells.") \
  TYPE (crew_member, FOYER_CREW_MEMBER_FIELDS, "CrewMember", "cm", "Somebody who goes to visits.") \
  TYPE (availability, FOYER_AVAILABILITY_FIELDS, "Availability", "av", "When crews work: weekly hours, leave, holidays.") \
  TYPE (template, FOYER_TEMPLATE_FIELDS, "Template", "tp", "The business's own words for a mail or text.") \
  TYPE (saved_reply, FOYER_SAVED_REPLY_FIELDS, "SavedReply", "sr", "Words that staff put into messages again and again.") \
  TYPE (domain, FOYER_DOMAIN_FIELDS, "Domain", "dm", \
        "A host name of the business's own and how far its verification came.") \
  TYPE (portal_settings, FOYER_PORTAL_SETTINGS_FIELDS, "PortalSettings", "ps", \
        "The settings of the portal, every one with its default.", .singleton = TRUE) \
  TYPE (settings_proposal, FOYER_SETTINGS_PROPOSAL_FIELDS, "SettingsProposal", "sp", \
        "Changes to settings that somebody without the right to publish prepared.") \
  TYPE (settings_version, FOYER_SETTINGS_VERSION_FIELDS, "SettingsVersion", "sn", \
        "One publication of settings: done, or waiting for its time.") \
  TYPE (client, FOYER_CLIENT_FIELDS, "Client", "cl", "Somebody the business works for: a person or a company.") \
  TYPE (property, FOYER_PROPERTY_FIELDS, "Property", "pr", "A place where work is done.") \
  TYPE (portal_person, FOYER_PORTAL_PERSON_FIELDS, "PortalPerson", "pp", "One person's access to one client's portal.") \
  TYPE (invite, FOYER_INVITE_FIELDS, "Invite", "iv", "One invitation of one person.") \
  TYPE (portal_link, FOYER_PORTAL_LINK_FIELDS, "PortalLink", "pl", "A direct link into one client's portal.") \
  TYPE (portal_session, FOYER_PORTAL_SESSION_FIELDS, "PortalSession", "se", \
        "One sign-in to the portal and what it granted.") \
  TYPE (sign_in_event, FOYER_SIGN_IN_EVENT_FIELDS, "SignInEvent", "si", \
        "One step of somebody's way into the portal, or what stopped them.", .server_made = TRUE, .append_only = TRUE) \
  TYPE (document, FOYER_DOCUMENT_FIELDS, "Document", "dc", "A file for clients: the company's own, or one client's.") \
  TYPE (plan, FOYER_PLAN_FIELDS, "Plan", "pn", "Work that comes again at a price.") \
  TYPE (contract, FOYER_CONTRACT_FIELDS, "Contract", "ct", "What was agreed with a client for a time.") \
  TYPE (equipment, FOYER_EQUIPMENT_FIELDS, "Equipment", "eq", "A machine at a client's place.") \
  TYPE (request, FOYER_REQUEST_FIELDS, "Request", "rq", "Something a client asks that is no booking.") \
  TYPE (booking, FOYER_BOOKING_FIELDS, "Booking", "bk", \
        "A client's wish for a time: to have it, to move it or to give it back.") \
  TYPE (visit, FOYER_VISIT_FIELDS, "Visit", "vs", "One going of a crew to a place.") \
  TYPE (conversation, FOYER_CONVERSATION_FIELDS, "Conversation", "cv", \
        "What one client and the office write to each other about one thing.") \
  TYPE (message, FOYER_MESSAGE_FIELDS, "Message", "ms", "One message, note or system line.") \
  TYPE (quote, FOYER_QUOTE_FIELDS, "Quote", "qt", "An offer of work at a price.") \
  TYPE (quote_version, FOYER_QUOTE_VERSION_FIELDS, "QuoteVersion", "qv", "What a quote says. Once sent it never changes.") \
  TYPE (invoice, FOYER_INVOICE_FIELDS, "Invoice", "inv", "A bill.") \
  TYPE (payment, FOYER_PAYMENT_FIELDS, "Payment", "py", \
        "Money that came in or, as a refund, went back.", .append_only = TRUE) \
  TYPE (photo, FOYER_PHOTO_FIELDS, "Photo", "ph", "A picture of the work.") \
  TYPE (proof_pack, FOYER_PROOF_PACK_FIELDS, "ProofPack", "pk", "What proves that a visit was done well.") \
  TYPE (call_note, FOYER_CALL_NOTE_FIELDS, "CallNote", "cn", "That somebody called, and why.") \
  TYPE (review, FOYER_REVIEW_FIELDS, "Review", "rv", "What a client thought of a visit.") \
  TYPE (delivery, FOYER_DELIVERY_FIELDS, "Delivery", "dl", \
        "One mail or text to a client and its fate.", .server_made = TRUE) \
  TYPE (signature, FOYER_SIGNATURE_FIELDS, "Signature", "sg", \
        "One signature, tied to the one before.", .server_made = TRUE, .append_only = TRUE) \
  TYPE (audit_event, FOYER_AUDIT_EVENT_FIELDS, "AuditEvent", "ae", \
        "Who did what, when, from where.", .append_only = TRUE)
/* clang-format on */

#define TYPE_INDEX(type, ...) type##_index,
enum { RECORD_TYPES (TYPE_INDEX) N_RECORD_TYPES };

#define TYPE_TABLE(type, FIELDS, json, id_prefix, text, ...) \
  static const FoyerField type##_fields[] = { FIELDS (FIELD_LINE) }; \
  const FoyerRecordType foyer_##type##_type = { .name = json, \
                                                .prefix = id_prefix, \
                                                .table = #type, \
                                                .about = text, \
                                                .fields = type##_fields, \
                                                .n_fields = G_N_ELEMENTS (type##_fields), \
                                                .index = type##_index, \
                                                __VA_ARGS__ };
RECORD_TYPES (TYPE_TABLE)

#define TYPE_POINTER(type, ...) &foyer_##type##_type,
static const FoyerRecordType *const all_types[] = { RECORD_TYPES (TYPE_POINTER) };

const FoyerRecordType *const *
foyer_record_types (guint *n_types)
{
  if (n_types != NULL)
    *n_types = G_N_ELEMENTS (all_types);
  return all_types;
}
