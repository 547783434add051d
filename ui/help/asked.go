package help

import (
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// question is what secretaries ask of the program. Its texts are help_screen.ask_CODE,
// answer_CODE and words_CODE: the last are not shown, the search finds it by them too.
type question struct {
	code string
	// when says for which campaigns it is asked, nil for all of them.
	when func(*registrar.CampaignFile) bool
	// page is the page that it is about, "" for no one page.
	page string
}

func numbersCards(c *registrar.CampaignFile) bool { return c.CardNumber.Used }

func hasList(c *registrar.CampaignFile) bool { return c.List.Layout != "" }

func receivesKits(c *registrar.CampaignFile) bool { return c.Has(registrar.CapabilityLists) }

func givesAccess(c *registrar.CampaignFile) bool { return c.Has(registrar.CapabilityAccesses) }

func takesPayments(c *registrar.CampaignFile) bool { return c.Has(registrar.CapabilityPayments) }

// finishesForms says that a form is finished by a button, and can be given back.
func finishesForms(c *registrar.CampaignFile) bool { return c.Form.Finish }

// answersKits says that the centre registers or refuses by its kits.
func answersKits(c *registrar.CampaignFile) bool { return len(c.RefusalReasons) > 0 }

func sendsEnvelopes(c *registrar.CampaignFile) bool { return c.Has(registrar.CapabilityEnvelopes) }

// asksForIndex looks for the field by the code that rosters know it by.
func asksForIndex(c *registrar.CampaignFile) bool { return c.Field("postal_index") != nil }

// choosesSubjects says that a graduate chooses what to sit.
func choosesSubjects(c *registrar.CampaignFile) bool { return c.SubjectSet.Maximum > 0 }

// hasParticles says that names are written in an alphabet in which «уулу» and «кызы» are usual.
func hasParticles(c *registrar.CampaignFile) bool { return c.Alphabet != "" }

// wantsGenitive says that the form has the surname in the genitive.
func wantsGenitive(c *registrar.CampaignFile) bool { return c.GenitiveField() != nil }

// hasLists and sendsPackages say that the campaign has lists, and packages of them.
func hasLists(c *registrar.CampaignFile) bool { return c.Has(registrar.CapabilityLists) }

func sendsPackages(c *registrar.CampaignFile) bool {
	return hasLists(c) && c.Has(registrar.CapabilityPost)
}

// questions are in the order of the work.
var questions = []question{
	{"paste", nil, ""}, {"drop", nil, ""}, {"xls", nil, ""}, {"several", nil, ""}, {"double", nil, ""}, {"index", asksForIndex, ""}, {"step", nil, ""}, {"undo", nil, ""}, {"removed", nil, ""},
	{"last", nil, ""}, {"subjects", choosesSubjects, ""}, {"identity", nil, ""}, {"mistake", nil, ""}, {"school", nil, ""}, {"printer", nil, ""},
	{"empty", nil, ""}, {"sexes", nil, ""}, {"sex", nil, ""}, {"particle", hasParticles, ""}, {"genitive", wantsGenitive, ""}, {"photo", nil, ""}, {"folder", nil, ""}, {"plus", nil, ""}, {"enter", nil, ""},
	{"draft", numbersCards, ""}, {"number", numbersCards, ""}, {"scanner", numbersCards, ""}, {"many", nil, ""}, {"signed", numbersCards, ""}, {"find", nil, ""}, {"kit", receivesKits, frame.Intake}, {"final", hasList, ""}, {"stamp", hasList, ""}, {"lists", hasLists, frame.Post}, {"package", sendsPackages, frame.Post},
	{"whole", nil, ""}, {"deadline", nil, ""}, {"lost", givesAccess, ""}, {"home", givesAccess, ""}, {"price", takesPayments, ""}, {"cancel", takesPayments, ""}, {"back", finishesForms, ""}, {"answered", answersKits, frame.Answer}, {"refused", answersKits, frame.Answer}, {"withdraw", answersKits, frame.Answer}, {"envelope", sendsEnvelopes, frame.Answer}, {"exchange_open", nil, frame.Exchange}, {"exchange_send", nil, frame.Exchange}, {"exchange_came", nil, frame.Exchange}, {"forgotten", nil, ""}, {"copy", nil, ""}, {"computer", nil, ""}, {"looking", nil, ""}, {"program", nil, ""}, {"window", nil, ""}, {"next", nil, ""},
}

// ownQuestions are those of them that a graduate asks of the own form.
var ownQuestions = slices.DeleteFunc(slices.Clone(questions), func(q question) bool {
	return !slices.Contains([]string{"index", "step", "undo", "subjects", "identity", "particle", "enter", "price"}, q.code)
})

// asked answers what is asked of the program, with the names of buttons and screens as they
// stand in the window.
func (h *helpWords) asked(questions []question) {
	say := h.say
	args := map[string]any{
		"prefix": h.campaign.CardNumber.DraftPrefix, "word": h.campaign.CardNumber.DraftWord, "number": h.window.TitleOfField("card_number"),
		"graduates": say("screen.graduates", nil), "import": say("screen.roster", nil), "printing": say("screen.printing", nil),
		"history": say("screen.history", nil), "settings": say("screen.settings", nil), "newer": say("settings_screen.newer_campaign", nil), "season": say("screen.season", nil),
		"open": say("printing_screen.open", nil), "checked": say("printing_screen.mark_checked", nil), "signed": say("printing_screen.mark_signed", nil),
		"send": say("printing_screen.print", nil), "stop": say("printing_screen.stop", nil), "final": say("printing_screen.final", nil), "print": say("form_screen.print", nil),
		"undo": say("ui.undo", nil), "bulk": say("menu.bulk", nil), "removed": say("status.removed", nil),
		"backup": say("season_screen.backup", nil), "next": say("season_screen.next", nil), "stamp": say("settings_screen.field.letterhead", nil),
		"letterhead": say("settings_screen.letterhead", nil), "calendar": say("settings_screen.calendar", nil), "name": say("calendar.name", nil),
		"access": say("screen.access", nil), "change": say("access_screen.change", nil), "slips": say("access_screen.slips", nil),
		"home": say("access_screen.home", nil), "from_home": say("access_screen.from_home", nil),
		"restore": say("welcome.restore", nil), "remove": say("menu.remove", nil), "menu_edit": say("menu.edit", nil),
		"photo": say("screen.photo", nil), "folder": say("photo_screen.add_folder", nil), "payment": say("screen.payment", nil), "receipts": say("payment_screen.open", nil), "cancel": say("payment_screen.cancel", nil),
		"give_back": say("form_screen.give_back", nil), "intake": say("screen.intake", nil), "whole": say("intake_screen.whole", nil), "receive": say("intake_screen.receive", nil),
		"overview": say("screen.overview", nil), "column_next": say("column.next", nil), "places": say("overview.places", nil), "print_page": say("overview.print", nil),
		"post": say("screen.post", nil), "new_list": say("post_screen.new_list", nil),
		"finish": say("post_screen.finish", nil), "put_in": say("post_screen.put_in", nil), "close": say("post_screen.close", nil),
		"note_post": say("post_screen.post", nil), "withdraw": say("post_screen.withdraw", nil), "reopen": say("post_screen.reopen", nil),
		"answers": say("screen.answer", nil), "registered": say("answer_screen.do.registered", nil), "refused": say("answer_screen.do.refused", nil),
		"plan": say("answer_screen.do.plan", nil), "hand": say("answer_screen.do.hand", nil), "arrived": say("answer_screen.do.arrived", nil),
		"paste_states": say("answer_screen.paste", nil), "print_button": say("ui.print_button", nil), "more": say("answer_screen.more", nil),
		"exchange": say("screen.exchange", nil), "take_file": say("exchange_screen.take_file", nil), "messages": say("exchange_screen.messages", nil), "write": say("exchange_screen.write_plain", nil),
		"work_copy": say("looking.copy", nil), "show_folder": say("crash.folder", nil),
		"read": say("exchange_screen.read", nil), "take": say("exchange_screen.take", nil),
	}
	h.price(args)
	h.rules(args)
	var lines []helpLine
	for _, q := range questions {
		if q.when == nil || q.when(h.campaign) {
			lines = append(lines, helpLine{title: say("help_screen.ask_"+q.code, args), words: say("help_screen.answer_"+q.code, args), found: say("help_screen.words_"+q.code, nil), page: q.page})
		}
	}
	h.add("asked", lines)
}

// rules are what the campaign says of subjects, documents and days, for the answers.
func (h *helpWords) rules(args map[string]any) {
	say := h.window.Say
	args["most"], args["least"], args["most_doubt"] = h.campaign.SubjectSet.Maximum, h.campaign.SubjectSet.Minimum, h.doubt("subject_rules.maximum")
	args["documents"], args["kind"] = say("help_screen.documents", nil), frame.Capital(h.window.TitleOfField("document_kind"))
	args["save_pdf"], args["particles"] = say("printing_screen.save_pdf", nil), hasParticles(h.campaign)
	args["days"] = h.lastDays()
	if f := h.campaign.GenitiveField(); f != nil {
		args["genitive"] = frame.Capital(h.window.TitleOfField(f.Code))
	}
}

// lastDays are the days that must be kept, each with what it ends; where none is known, where it is
// entered.
func (h *helpWords) lastDays() string {
	var days []string
	for _, d := range h.campaign.DatesByDay() {
		if d.Kind == "hard" && d.On != "" {
			days = append(days, d.Title+": "+d.On.Dotted())
		}
	}
	if len(days) == 0 {
		return h.window.Say("ui.deadline_unknown", map[string]any{"settings": h.window.Say("screen.settings", nil), "calendar": h.window.Say("settings_screen.calendar", nil)})
	}
	return strings.Join(days, "; ")
}

// price is what the campaign costs, and how it is paid.
func (h *helpWords) price(args map[string]any) {
	var types []string
	for _, t := range h.campaign.PaymentTypes {
		types = append(types, t.Title)
	}
	fee := &h.campaign.Fee
	args["main"], args["subject"], args["currency"] = fee.Main, fee.PerSubject, fee.Words()
	args["types"], args["doubt"] = strings.Join(types, ", "), frame.Sentences("", h.doubt("fee.main"))
}

// files tells what is asked of each photo and scan.
func (h *helpWords) files() {
	var lines []helpLine
	for _, f := range h.campaign.AllFields() {
		if f.Kind == campaignFile && f.Hint != "" {
			lines = append(lines, helpLine{title: f.Title, words: f.Hint + sourceOf(h.cite(f.Source)), found: h.window.SayIf(f.Picture == campaignFace, "help_screen.words_files")})
		}
	}
	h.add("files", lines)
}

// campaignFile is the kind of a field that holds a photo or scan, campaignFace what is seen on the
// photo that people ask about.
const campaignFile, campaignFace = "file", "face"

func sourceOf(source string) string {
	if source == "" {
		return ""
	}
	return " (" + source + ")"
}
