package office

import (
	"testing"

	"ccbreport/reports/deliver"
)

// TestRepairIsSaidInBothLanguages: whatever is wrong with the way to the server,
// there is something to do about it.
func TestRepairIsSaidInBothLanguages(t *testing.T) {
	for _, reason := range []string{
		deliver.BadSettings, deliver.BadCertificate, deliver.NoTLSThere, deliver.NoStartTLS,
		deliver.NoLogin, deliver.LoginRefused, deliver.TurnedAway,
		deliver.NameUnknown, deliver.PortRefused, deliver.NoAnswer, deliver.NoNetwork, deliver.CutOff, deliver.NoReach,
	} {
		if said := MailRepair[reason]; said.VI == "" || said.EN == "" {
			t.Errorf("%s: %+v", reason, said)
		}
		if said := MailWrong[reason]; said.VI == "" || said.EN == "" {
			t.Errorf("%s: %+v", reason, said)
		}
	}
}
