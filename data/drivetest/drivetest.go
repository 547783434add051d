// Package drivetest gives tests a place that cannot be written, as a DVD cannot, or a stick with its
// lock on: also where the tests run as a user who may write everywhere.
package drivetest
