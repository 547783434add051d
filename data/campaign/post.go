package campaign

import (
	"net/url"
	"strings"

	"graduand/data"
)

// postFormat is the first format that says how addresses are printed.
const postFormat = 3

// Post is how addresses stand on labels and envelopes. Measures are in mm.
type Post struct {
	// Index and Street are regular expressions (RE2) for parts of an address between commas:
	// the postal code, and the part with which the street begins.
	Index  string `toml:"index"`
	Street string `toml:"street"`
	// IndexDigits is how many digits a postal code has, each of which gets a box.
	IndexDigits int `toml:"index_digits"`
	// Envelope is the code of the envelope that is addressed, one of [Envelopes].
	Envelope string `toml:"envelope"`
}

// Cover is the covering letter that goes with a list and its kits. «{school}», «{year}»,
// «{school_year}» and «{kits}», their number, stand for those in its words.
type Cover struct {
	// Enabled switches it on: else the list on the letterhead is the letter.
	Enabled bool `toml:"enabled"`
	// Subject says what it is about, Body are its paragraphs.
	Subject string   `toml:"subject"`
	Body    []string `toml:"body"`
	// Encloses are what goes along; Register too where somebody stands in the register.
	Encloses []string `toml:"encloses"`
	Register string   `toml:"register"`
}

// LabelSheet is a sheet of A4 with labels that are stuck on, in mm: so many across and down,
// each so wide and high, the first one Left and Top from the corner, without room between.
type LabelSheet struct {
	Across int     `toml:"across"`
	Down   int     `toml:"down"`
	Width  float64 `toml:"width"`
	Height float64 `toml:"height"`
	Left   float64 `toml:"left"`
	Top    float64 `toml:"top"`
}

// Envelopes are the codes of envelopes, of those that hold sheets of A4 flat, folded once and
// twice (ISO 269).
func Envelopes() []string { return []string{"c4", "c5", "dl"} }

// CheckS10 is the check digit of the UPU's standard S10: two letters, eight digits, the check
// digit, the two letters of a country.
const CheckS10 = "s10"

// itemsFormat is the first format that says what an operator carries and how its numbers look.
const itemsFormat = 3

// PostalOperator carries packages.
type PostalOperator struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Courier says that somebody brings the package to the centre: there is no number, and no
	// postmark, so that the day decides which the centre has recorded (UA-062, UA-063).
	Courier bool `toml:"courier"`
	// TrackingURL has «%s» for the number of the item; "" where there is no such page.
	TrackingURL string `toml:"tracking_url"`
	// TrackingPattern is a regular expression (RE2) for the whole number, in capital Latin
	// letters; TrackingExamples show how one looks.
	TrackingPattern  string   `toml:"tracking_pattern"`
	TrackingExamples []string `toml:"tracking_examples"`
	// TrackingCheck is the check digit that numbers of its form have, [CheckS10] or "".
	TrackingCheck string       `toml:"tracking_check"`
	Items         []PostalItem `toml:"item"`
	// Grouped are the words of the form on which the operator takes items that are handed in together;
	// nil where it has none.
	Grouped *GroupedForm `toml:"grouped"`
}

// GroupedForm are the words of a form of the post for items that are handed in together, as they stand
// on it. The captions stand below the lines, Columns are the headings of the table.
type GroupedForm struct {
	Form          string     `toml:"form"`
	Title         string     `toml:"title"`
	Subtitle      string     `toml:"subtitle"`
	KindCaption   string     `toml:"kind_caption"`
	Office        string     `toml:"office"`
	OfficeCaption string     `toml:"office_caption"`
	Sender        string     `toml:"sender"`
	SenderCaption string     `toml:"sender_caption"`
	Columns       [10]string `toml:"columns"`
	Total         string     `toml:"total"`
	Tax           string     `toml:"tax"`
	Stamp         string     `toml:"stamp"`
	Accepted      string     `toml:"accepted"`
}

// PostalItem is a kind of item that an operator carries; the first one of an operator is proposed.
type PostalItem struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// WeightLimit is what one item may weigh, in grams; 0 where there is no limit.
	WeightLimit int    `toml:"weight_limit"`
	Source      string `toml:"source"`
}

// Item is a kind of item that the operator carries, nil for a code that is none.
func (o *PostalOperator) Item(code string) *PostalItem {
	for i := range o.Items {
		if o.Items[i].Code == code {
			return &o.Items[i]
		}
	}
	return nil
}

// Tracked says that items of the operator have numbers.
func (o *PostalOperator) Tracked() bool { return o.TrackingURL != "" || o.TrackingPattern != "" }

// Page is where the number of an item is typed by hand: the address without the number and what
// leads to it.
func (o *PostalOperator) Page() string {
	page, _, _ := strings.Cut(o.TrackingURL, "%s")
	page, _, _ = strings.Cut(page, "?")
	return page
}

// TrackingLink is the page that shows where an item is; "" without a number or a page.
func (o *PostalOperator) TrackingLink(number string) string {
	if number == "" || o.TrackingURL == "" {
		return ""
	}
	return strings.Replace(o.TrackingURL, "%s", url.QueryEscape(number), 1)
}

// Wording is what the operator is called, for data/text.
func (o *PostalOperator) Wording() data.Wording { return wording("postal_operator", o.Code, o.Title) }

// ItemWording is what an item of an operator is called, for data/text.
func (o *PostalOperator) ItemWording(i *PostalItem) data.Wording {
	return wording("postal_operator."+o.Code, i.Code, i.Title)
}
