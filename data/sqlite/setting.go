package sqlite

import (
	"context"
	"database/sql"
)

// PutVouch writes what the school says of the file under a name.
func (tx *Tx) PutVouch(name string, body []byte) error {
	return tx.do("vouch for "+name, "INSERT INTO vouch (name, body) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET body = ?2", name, body)
}

// Vouch reads what the school says of the file under a name, nil for nothing.
func (db *DB) Vouch(ctx context.Context, name string) ([]byte, error) {
	var body []byte
	err := db.row(ctx, "vouch "+name, "SELECT body FROM vouch WHERE name = ?", []any{name}, &body)
	return body, err
}

// PutSetting writes a named body of the school, as PutGraduate does.
func (tx *Tx) PutSetting(r Record) error {
	return tx.one("write setting "+r.ID, `INSERT INTO setting (name, rev, body) VALUES (?1, ?2, ?3)
		ON CONFLICT (name) DO UPDATE SET rev = ?2, body = ?3 WHERE rev = ?2 - 1`, r.ID, r.Rev, r.Body)
}

// DropSetting removes a named body.
func (tx *Tx) DropSetting(name string) error {
	return tx.do("drop setting "+name, "DELETE FROM setting WHERE name = ?", name)
}

// settingBody is the body of a setting, in SQL; empty where it is larger than any of ours, so
// that nothing of that is read. SQLite knows the length of a value without reading it.
const settingBody = "CASE WHEN octet_length(body) <= 16777216 THEN body ELSE x'' END"

// Setting reads a named body; a Record with Rev 0 when there is none.
func (db *DB) Setting(ctx context.Context, name string) (Record, error) {
	r := Record{ID: name}
	err := db.row(ctx, "setting "+name, "SELECT rev, "+settingBody+" FROM setting WHERE name = ?", []any{name}, &r.Rev, &r.Body)
	return r, err
}

const selectSettings = "SELECT substr(name, 1, 1000), rev, " + settingBody + " FROM setting ORDER BY name"

// Settings are all named bodies. The tables of settings are small: a school, a campaign.
func (db *DB) Settings(ctx context.Context) ([]Record, error) {
	var all []Record
	err := db.each(ctx, "settings", selectSettings, func(rows *sql.Rows) error {
		var r Record
		if err := rows.Scan(&r.ID, &r.Rev, &r.Body); err != nil {
			return err
		}
		all = append(all, r)
		return nil
	})
	return all, err
}
