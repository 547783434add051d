package registrar

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
	r := &Registrar{db: db}
	err = errors.Join(r.readSettings(ctx), db.Close())
	if err != nil {
		return Entrance{}, err
	}
	d := Entrance{Path: path, School: r.school.Name, Campaign: r.Campaign().ShortTitle, Language: r.Campaign().Language,
		DistrictCentre: r.school.DistrictCentre, CentreContact: r.school.DistrictCentreContact,
		Example: r.Campaign().Demo.Phone, Escrowed: r.settings[settingEscrow].rev > 0, Home: r.identity.Home}
	if r.identity.Demo && !r.identity.Home {
		d.Demo = &SignIn{r.Campaign().Demo.Phone, DemoPassword}
	}
	return d, nil
}
