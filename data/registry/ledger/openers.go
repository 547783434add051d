package ledger

import (
	"context"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// opening is an attachment that is to be opened with a key, in a room.
type opening struct {
	stored sqlite.Attachment
	key    *vault.Key
	*room
}

// room is where an attachment is read and opened.
type room struct{ body, content []byte }

// ahead is how many attachments are read before the first of them is opened: each may have 25 MB.
const ahead = mostWorkers

// examineAttachments opens all, beside each other while the next ones are read.
func (l *Ledger) examineAttachments(ctx context.Context) error {
	free := make([]*room, ahead+1)
	for i := range free {
		free[i] = &room{}
	}
	opened := newBeside(ahead, func(o *opening) error {
		content, err := openAttachment(o.content, o.stored, o.key)
		if err == nil {
			o.content = content
		}
		return err
	}, func(o *opening, err error) {
		if err != nil {
			l.fall(Ill{Code: "attachment", Args: data.Args{"id": o.stored.Graduate, "file": o.stored.ID}})
		}
		clear(o.content)
		free = append(free, o.room)
	})
	defer opened.end()
	return l.db.AttachmentsTo(ctx, "", func() []byte { return free[len(free)-1].body }, func(a sqlite.Attachment) error {
		taken := free[len(free)-1]
		free, taken.body = free[:len(free)-1], a.Body
		opened.give(opening{a, l.keyOf(a), taken})
		return nil
	})
}
