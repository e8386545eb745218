#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# The driver of the golden cases tells right from wrong output: cases made here, with programs made here.

set -u
driver=$(cd "$(dirname "$0")" && pwd)/run_case.sh
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
failed=0

cat > "$folder/annota-index" <<'EOF'
#!/bin/sh
echo "read 3 from $1 in 0.$$ s"
echo "annota-index: $1:2: no title" >&2
exit 3
EOF
cat > "$folder/annota-search" <<'EOF'
#!/bin/sh
printf '{"took_ms":1.%s,"total":2}\n' $$
EOF
chmod +x "$folder/annota-index" "$folder/annota-search"
export ANNOTA_INDEX="$folder/annota-index" ANNOTA_SEARCH="$folder/annota-search" CORPUS="$folder"

# expect STATUS WHAT COMMAND...
expect() {
    wanted=$1 what=$2
    shift 2
    output=$("$@" 2>&1)
    status=$?
    [ $status = "$wanted" ] && return
    failed=1
    printf '%s: ended with %s, not %s\n%s\n' "$what" $status "$wanted" "$output"
}

case=$folder/case
mkdir "$case"
# shellcheck disable=SC2016 # For the case's shell.
printf '%s\n' 'echo 1 > "$WORK/a.txt"' '"$ANNOTA_SEARCH" --db "$WORK"' '"$ANNOTA_INDEX" "$WORK/a.txt"' > "$case/cmd"
expect 1 'a case without expectations that prints' sh "$driver" "$case"
expect 0 'an update' sh "$driver" --update "$case"
expect 0 'the updated case' sh "$driver" "$case"
expect 0 'the same case again, at another time in another folder' sh "$driver" "$case"
# shellcheck disable=SC2016 # $WORK is the placeholder.
expect 0 'placeholders' grep -qx 'read 3 from $WORK/a.txt in SECONDS s' "$case/stdout"
expect 0 'placeholders' grep -qx '{"took_ms":MS,"total":2}' "$case/stdout"
expect 0 'the exit code' grep -qx 3 "$case/exit"

for name in stdout stderr exit; do
    cp "$case/$name" "$folder/kept"
    echo 4 >> "$case/$name"
    expect 1 "another $name" sh "$driver" "$case"
    rm "$case/$name"
    expect 1 "no $name" sh "$driver" "$case"
    mv "$folder/kept" "$case/$name"
done

sed -i 's|"total":2|"total":3|' "$folder/annota-search"
expect 1 'a program that prints something else' sh "$driver" "$case"
echo 's|"total":[0-9]*|"total":2|' > "$case/filter"
expect 0 'a filter of the case' sh "$driver" "$case"
echo true > "$case/cmd"
expect 0 'an update to nothing' sh "$driver" --update "$case"
expect 0 'files of nothing are removed' test "$(cd "$case" && echo *)" = 'cmd filter'
expect 2 'an unknown case' sh "$driver" no-such-case
exit $failed
