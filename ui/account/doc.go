// Package account is who may sign in, and as what; the own password, the paper key and the
// key of the centre.
package account
