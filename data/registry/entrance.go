package registry

import (
	"context"
	"errors"

	"graduand/data/sqlite"
)

// Entrance is what a registry shows to somebody who has not signed in.
type Entrance struct {
	Path           string
	School         string
	Campaign       string
	Language       string
	DistrictCentre string
	CentreContact  string
	// Example is a phone as it may be typed.
	Example string
	// Demo is the sign-in of the demonstration school, nil elsewhere.
	Demo *SignIn
	// Escrowed says that the centre can give the key back.
	Escrowed bool
	// Home says that it is one graduate's take-home file.
	Home bool
}

// LookAt reads what stands on the door of a registry.
func LookAt(ctx context.Context, path string) (Entrance, error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return Entrance{}, err
	}
	v := &View{db: db}
	err = errors.Join(v.readSettings(ctx), db.Close())
	if err != nil {
		return Entrance{}, err
	}
	d := Entrance{Path: path, School: v.school.Name, Campaign: v.Campaign().ShortTitle, Language: v.Campaign().Language,
		DistrictCentre: v.school.DistrictCentre, CentreContact: v.school.DistrictCentreContact,
		Example: v.Campaign().Demo.Phone, Escrowed: v.settings[settingEscrow].rev > 0, Home: v.identity.Home}
	if v.identity.Demo && !v.identity.Home {
		d.Demo = &SignIn{v.Campaign().Demo.Phone, DemoPassword}
	}
	return d, nil
}

// DemoPassword opens the registry of a demonstration, for its head and for its
// responsible person. Everybody knows it, and all the people there are invented.
const DemoPassword = "graduand-demo"
