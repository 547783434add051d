package papers

import (
	"io"
	"strconv"

	"graduand/data"
	"graduand/reports"
)

// Written are messages to the centre that a paper tells of.
type Written struct {
	// School is what the centre calls the school.
	School   string
	Messages []WrittenMessage
}

// WrittenMessage is one of them, with the day on which it was written.
type WrittenMessage struct {
	data.Message
	Made data.Date
}

// writeMessageSheet draws the sheet that goes with messages.
func writeMessageSheet(s *Source, w io.Writer, _ Job, _ []Graduate) error {
	return reports.MessageSheetPDF(w, s.MessageSheet(), s.Campaign.Language, s.own())
}

// MessageSheet composes it in the campaign's own language. The keys are those of the last message.
func (s *Source) MessageSheet() reports.MessageSheet {
	s = s.campaigns()
	sheet := reports.MessageSheet{Head: s.head(), School: s.School.Name, Address: s.School.Address, Campaign: s.Campaign.Title, Code: s.Written.School,
		Addressee: []string{s.Campaign.Recipient(data.ToCentre, &s.School)}, Date: s.Today.Dotted(),
		HeadTitle: s.School.HeadTitle, HeadName: s.School.HeadName, Seal: s.say("message_sheet.seal", nil)}
	if centre := s.Campaign.Centre(s.School.Centre); centre != nil && len(centre.Addressee) > 0 {
		sheet.Addressee = centre.Addressee
	}
	for i := range s.Written.Messages {
		m := &s.Written.Messages[i]
		sheet.Fingerprint, sheet.Next = m.Signed, m.Next
		sheet.Messages = append(sheet.Messages, reports.SheetMessage{Type: data.Term("message_sheet.type_" + m.Type), Number: strconv.Itoa(m.Sequence), Made: m.Made.Dotted(),
			People: m.People, Added: m.Added, Changed: m.Changed, Withdrawn: m.Withdrawn, Files: m.Files, File: m.Name, SHA256: m.SHA256})
	}
	return sheet
}
