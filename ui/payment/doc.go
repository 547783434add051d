// Package payment is who has paid, and the receipts of one graduate.
package payment
