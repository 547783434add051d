// Package form is the form of one graduate in the steps of the campaign, with the review
// after them and the panel of the centre's site beside them; and the own form of a graduate
// who has signed in.
package form
