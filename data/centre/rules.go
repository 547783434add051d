package centre

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/centre/database"
	"graduand/data/exchange"
)

// SetCampaign makes a campaign file the rules of the centre, as one that it wrote down for itself. One
// of another campaign is centre.other_campaign, another one that is no newer centre.old_campaign.
func (c *Centre) SetCampaign(ctx context.Context, source []byte) error {
	rules, err := campaign.Load(source, c.Program)
	if err != nil {
		return err
	}
	return c.db.Write(ctx, func(tx *database.Tx) error {
		if err := tx.Lock(lockWhole); err != nil {
			return err
		}
		switch err := c.loadRules(tx); {
		case data.CodeOf(err) == "centre.no_campaign":
		case err != nil:
			return err
		case c.rules.ID != rules.ID:
			return data.Fail("centre.other_campaign", data.Args{"campaign": c.rules.ID})
		case bytes.Equal(c.rules.Source(), rules.Source()):
			return nil
		case c.rules.Revision >= rules.Revision:
			return data.Fail("centre.old_campaign", data.Args{"ours": c.rules.Revision, "theirs": rules.Revision})
		}
		m, err := c.begin(exchange.TypeCampaign, Own)
		if err != nil {
			return err
		}
		m.Campaign, m.Revision, m.CampaignFile = rules.ID, rules.Revision, rules.Source()
		if err := c.noteDown(tx, m); err != nil {
			return err
		}
		return c.loadRules(tx)
	})
}

// Campaign are the rules of the season as the centre has them. A centre that has enrolled nobody has
// none: centre.no_campaign.
func (c *Centre) Campaign(ctx context.Context) (*campaign.Campaign, error) {
	err := c.db.Read(ctx, c.loadRules)
	return c.rules, err
}

// loadRules reads the rules of the last campaign message, unless they are those that we have.
func (c *Centre) loadRules(tx *database.Tx) error {
	var hash, name string
	found, err := tx.One("SELECT s.value, m.file FROM setting s JOIN message m ON m.hash = s.value WHERE s.name = ?", []any{settingCampaign}, &hash, &name)
	switch {
	case err != nil:
		return err
	case !found:
		return data.Fail("centre.no_campaign", nil)
	case hash == c.rulesHash:
		return nil
	}
	m, err := c.kept(name)
	if err != nil {
		return err
	}
	defer m.Close()
	rules, err := campaign.Load(m.CampaignFile, c.Program)
	if err != nil {
		return err
	}
	c.rules, c.rulesHash = rules, hash
	return nil
}

// settingCampaign is the hash of the message that brought the rules that hold.
const settingCampaign = "campaign"

// newerRules makes the message one that brings the campaign file, unless the school's last message was
// made by that edition, or it was told on its present branch.
func (c *Centre) newerRules(tx *database.Tx, s *school, m *exchange.Message) (some bool, err error) {
	m.Type, m.CampaignFile = exchange.TypeCampaign, c.rules.Source()
	newest := 0
	err = tx.Each("SELECT envelope FROM message WHERE school = ? AND (state = ? AND type = ? AND sequence > ? OR hash = ?)",
		[]any{s.code, stateSent, string(exchange.TypeCampaign), s.begun, s.chain.Hash}, func(scan func(...any) error) error {
			var text string
			var e exchange.Envelope
			if err := scan(&text); err != nil {
				return err
			}
			if err := json.Unmarshal([]byte(text), &e); err != nil {
				return fmt.Errorf("read envelope: %w", err)
			}
			newest = max(newest, e.Revision)
			return nil
		})
	return newest < c.rules.Revision, err
}
