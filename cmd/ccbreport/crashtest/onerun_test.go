package crashtest

import (
	"os"
	"testing"
)

// TestOneRunAtATime begins runs, fifty in the long form, while another is in the middle of its work,
// and every value that it no longer refers to was collected long ago.
func TestOneRunAtATime(t *testing.T) {
	w := newWard(t, takeMail(t, 1, 0), "")
	w.due("auto", 2019)
	hold := w.mail.hold()
	first := w.command(nil, "schedule", "--once")
	first.Env = append(os.Environ(), "GOGC=1")
	come := w.mail.next(mailCame)
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	<-come
	verbs := [][]string{{"schedule", "--once"}, {"run"}, {"outbox", "flush"}, {"approve", "nam_2019-01-01_2019-12-31_v1", "--number", "1", "--date", "2020-01-15"}}
	runs := 12
	if *long {
		runs = 50
	}
	for i := range runs {
		if code, said := w.run(verbs[i%len(verbs)]...); code != exitLocked {
			t.Errorf("%s while another runs: exit code %d\n%s", verbs[i%len(verbs)], code, said)
		}
	}
	hold()
	if err := first.Wait(); err != nil {
		t.Error(err)
	}
	w.close("after runs that were refused")
}
