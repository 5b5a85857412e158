package check

import (
	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// A Share is how much of what is commonly given a branch gave.
type Share struct {
	Given, Of int // indicators
}

// Shares tells for every branch that gave something how many of the indicators
// that at least half of them give it gives itself, or by what stands for them.
func Shares(cat *catalogue.Catalogue, settled Settled, branches []reports.Unit) map[reports.UnitID]Share {
	received := Received(settled, branches)
	gave := given(settled)
	shares := map[reports.UnitID]Share{}
	for _, ind := range cat.Indicators() {
		givers := 0
		var has []reports.UnitID
		for _, unit := range received {
			own, instead := gives(gave[unit], ind)
			if own {
				givers++
			}
			if own || instead {
				has = append(has, unit)
			}
		}
		if givers == 0 || 2*givers < len(received) {
			continue
		}
		for _, unit := range received {
			s := shares[unit]
			s.Of++
			shares[unit] = s
		}
		for _, unit := range has {
			s := shares[unit]
			s.Given++
			shares[unit] = s
		}
	}
	return shares
}
