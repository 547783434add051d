package campaign

// fates judges what comes back of kits and how envelopes are got.
func (v *validator) fates() {
	for i := range v.c.KitDocuments {
		k, key := &v.c.KitDocuments[i], counted("kit_document", i)
		v.optional(key+".after_refusal", k.AfterRefusal, PaperReturned, PaperKept)
		v.refusals(key+".kept_with", k.KeptWith)
		v.refer(key+".in_place", "envelope_document", k.InPlace)
		v.needs(fateFormat, k.AfterRefusal != "" || k.InEnvelope)
	}
	e := &v.c.EnvelopeMail
	v.sentences("envelope.collect", e.Collect)
	v.notNegative("envelope.certificate_digits", e.CertificateDigits)
	v.notNegative("envelope.pin_digits", e.PINDigits)
	v.refer("envelope.collect_until", "date", e.CollectUntil)
	v.refer("envelope.email_field", "field", e.EmailField)
}
