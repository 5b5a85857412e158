#!/bin/sh
# Looks at the package within a Debian that has nothing but it: installed, used,
# removed. Called with the package and its version; the last line says that all of it
# was reached.
set -ex
tree() { # everything on the disk but what others keep of what was done
	find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path /var/cache/man \) -prune -o -print | sort
}
tree >/tmp/before
dpkg --install "$1"

test "$(ccbreport version)" = "ccbreport $2"
ccbreport help | grep -q '^  run '
man -w ccbreport | grep -x /usr/share/man/man1/ccbreport.1.gz
man -L vi -w ccbreport | grep -x /usr/share/man/vi/man1/ccbreport.1.gz
man -P cat ccbreport | grep -q 'CCBREPORT(1)'
whatis ccbreport | grep -q 'Makes the report'
bash -c '. /usr/share/bash-completion/completions/ccbreport; complete -p ccbreport'
head -c 5 /usr/share/doc/ccbreport/HUONG-DAN.pdf | grep -x %PDF-
grep -q '==== github.com/spf13/cobra ' /usr/share/doc/ccbreport/copyright
test -z "$(dpkg --verify ccbreport)"

# The units are right, and do nothing before somebody says so.
systemd-analyze verify --man=no /usr/lib/systemd/system/ccbreport.service /usr/lib/systemd/system/ccbreport.timer
test "$(systemctl is-enabled ccbreport.timer)" = disabled
systemctl --quiet enable ccbreport.timer

# A ward, by the account that the timer has.
test "$(stat -c '%U %a' /srv/ccbreport)" = 'ccbreport 750'
test "$(stat -c '%U %a' /etc/ccbreport/password.env)" = 'root 600'
ward() { (cd /srv/ccbreport && runuser -u ccbreport -- "$@"); }
ward mkdir inbox
ward tee config.toml <<'END'
[unit]
name = "Hội Cựu chiến binh xã Thử"
[[branch]]
id   = "c1"
name = "Chi hội Thôn Đông"
[[report]]
name = "nam"
from = 2025-01-01
to   = 2025-12-31
END
printf 'Chi hội Thôn Đông\n\nTT,Chỉ tiêu,Đơn vị tính,Năm 2025\n1,Tổng số hội viên,người,52\n' | ward tee inbox/1.csv
ward ccbreport run --quiet
ward ccbreport schedule --once --quiet --config /srv/ccbreport/config.toml
test -s /srv/ccbreport/out/nam_2025-01-01_2025-12-31_v1/bao-cao.pdf

# Removed, what an administrator wrote stays; purged, nothing but the ward's own.
echo 'CCBREPORT_SMTP_PASSWORD=x' >>/etc/ccbreport/password.env
dpkg --remove ccbreport
test ! -e /usr/bin/ccbreport
grep -q '=x' /etc/ccbreport/password.env
dpkg --purge ccbreport
test -s /srv/ccbreport/out/nam_2025-01-01_2025-12-31_v1/bao-cao.pdf
tree | grep -v '^/srv/ccbreport' >/tmp/after
diff /tmp/before /tmp/after
echo 'all was seen'
