package main

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const deployFolder = "../../deploy"

// TestSystemdUnits lets systemd itself read the units; only the program stands
// elsewhere here.
func TestSystemdUnits(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("systemd-analyze is not installed")
	}
	dir := t.TempDir()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"ccbreport.service", "ccbreport.timer"} {
		text := readDeployed(t, name)
		text = strings.ReplaceAll(text, "/usr/local/bin/ccbreport", program)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("systemd-analyze", "verify", "--man=no",
		filepath.Join(dir, "ccbreport.service"), filepath.Join(dir, "ccbreport.timer")).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
}

// TestUnitsSayWhatIsPromised: the file may be well-formed and still not do it.
func TestUnitsSayWhatIsPromised(t *testing.T) {
	for name, lines := range map[string][]string{
		"ccbreport.service": {
			"Type=oneshot", "User=ccbreport", "WorkingDirectory=/srv/ccbreport", "ReadWritePaths=/srv/ccbreport",
			"ExecStart=/usr/local/bin/ccbreport schedule --once --config /srv/ccbreport/config.toml",
			"SuccessExitStatus=3 75", "EnvironmentFile=-/etc/ccbreport/password.env", "ProtectSystem=strict", "NoNewPrivileges=yes",
		},
		"ccbreport.timer": {"OnCalendar=*:0/15", "Persistent=true", "WantedBy=timers.target"},
	} {
		text := "\n" + readDeployed(t, name)
		for _, line := range lines {
			if !strings.Contains(text, "\n"+line+"\n") {
				t.Errorf("%s has no line %q", name, line)
			}
		}
	}
}

func TestWindowsTask(t *testing.T) {
	type exec struct{ Command, Arguments, WorkingDirectory string }
	type settings struct {
		MultipleInstancesPolicy, ExecutionTimeLimit                                   string
		StartWhenAvailable, DisallowStartIfOnBatteries, RunOnlyIfNetworkAvailable     bool
		StopIfGoingOnBatteries, RunOnlyIfIdle, WakeToRun, Enabled, AllowStartOnDemand bool
	}
	type task struct {
		XMLName  xml.Name `xml:"http://schemas.microsoft.com/windows/2004/02/mit/task Task"`
		About    string   `xml:"RegistrationInfo>Description"`
		Interval string   `xml:"Triggers>TimeTrigger>Repetition>Interval"`
		Duration string   `xml:"Triggers>TimeTrigger>Repetition>Duration"` // "": for ever
		User     string   `xml:"Principals>Principal>UserId"`
		Settings settings
		Exec     exec `xml:"Actions>Exec"`
	}
	text := readDeployed(t, "ccbreport-task.xml")
	var got task
	if err := xml.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	got.XMLName = xml.Name{}
	want := task{
		About:    "Lập báo cáo Hội Cựu chiến binh theo lịch trong config.toml",
		Interval: "PT15M",
		User:     "S-1-5-19",
		Settings: settings{
			MultipleInstancesPolicy: "IgnoreNew", ExecutionTimeLimit: "PT1H",
			StartWhenAvailable: true, Enabled: true, AllowStartOnDemand: true,
		},
		Exec: exec{`D:\BaoCao\ccbreport.exe`, "schedule --once --quiet", `D:\BaoCao`},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if i := strings.IndexFunc(text, func(r rune) bool { return r > '~' }); i >= 0 {
		t.Errorf("schtasks guesses the encoding of what is not ASCII: %q", text[i:i+10])
	}
}

func readDeployed(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(deployFolder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
