// Package postgres lets a program open centres in a PostgreSQL: whoever imports it has the driver. The
// window has only the centre of its demonstration, which is a file, and does without.
package postgres

import _ "github.com/jackc/pgx/v5/stdlib"
