package campaign

import "slices"

// ChecksOf is what is looked at on a paper before it goes into a kit: its own, then those of
// every copy.
func (c *Campaign) ChecksOf(k *KitDocument) []string {
	checks := slices.Clone(k.Checks)
	if k.Form == "copy" {
		checks = append(checks, c.Kits.CopyChecks...)
	}
	return checks
}

// HandedIn says that the graduate brings a paper of the kit: what the school itself makes out
// for this person is not brought (UA-158). Where the file does not say for whom it makes one out,
// it may be another school that does. A doubt is settled for the graduate.
func (c *Campaign) HandedIn(k *KitDocument, p *Person) bool {
	if k.Letter == nil || !k.Letter.Issued || k.Letter.When == "" {
		return true
	}
	issued, err := c.Holds(k.Letter.When, p)
	return err != nil || !issued
}
