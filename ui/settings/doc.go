// Package settings is how the window looks, what the school is, the days of the campaign,
// and whether the registry is sound.
package settings
