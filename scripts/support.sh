# shellcheck shell=bash
# What scripts/dixit, scripts/test and scripts/check share. Sourced, never run.
#
# Everything said here goes to standard error: standard output belongs to the program that runs
# afterwards.

dixit_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf 'dixit: %s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

as_root() {
  if [[ $EUID -eq 0 ]]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo "$@"
  else
    die "needs root for: $* (become root, or install sudo)"
  fi
}

# One build folder is worked on by one script at a time; others wait here. The lock is dropped by
# leave_build_folder or with the process.
enter_build_folder() {
  mkdir -p "$dixit_root/build"
  exec 9> "$dixit_root/build/.lock"
  flock 9
}

leave_build_folder() { exec 9>&-; }

# packages_of GROUP...: the packages of these groups, one a line.
packages_of() {
  awk -v groups=" $* " '!/^#/ && NF == 2 && index(groups, " " $1 " ") { print $2 }' \
    "$dixit_root/scripts/packages"
}

# missing_of PACKAGE...: those of them that are not installed, one a line.
missing_of() {
  # dpkg-query fails when it has never heard of a package, which is an answer here.
  comm -23 <(printf '%s\n' "$@" | sort -u) \
    <({ dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "$@" 2> /dev/null || true; } |
      awk '$1 == "installed" { print $2 }' | sort -u)
}

# need_packages GROUP...: installs what is missing. Costs two file comparisons when the answer is
# already known: nothing was added to or removed from this machine, nor asked for anew, since.
need_packages() {
  local known
  known="$dixit_root/build/.packages-$(IFS=- && echo "$*")"
  if [[ $known -nt $dixit_root/scripts/packages && $known -nt /var/lib/dpkg/status ]]; then
    return
  fi
  if ! command -v dpkg-query > /dev/null; then
    say "not a Debian system: see scripts/packages for what the build needs"
    return
  fi
  local -a wanted missing
  mapfile -t wanted < <(packages_of "$@")
  mapfile -t missing < <(missing_of "${wanted[@]}")
  if [[ ${#missing[@]} -gt 0 ]]; then
    say "installing ${#missing[@]} packages: ${missing[*]}"
    install_packages "${missing[@]}"
  fi
  touch "$known"
}

# A fresh system has no package lists, and an old one has lists that name files which are gone:
# only then are they fetched.
install_packages() {
  local -a install=(env DEBIAN_FRONTEND=noninteractive apt-get install --yes
    --no-install-recommends --quiet=2 "$@")
  if ! as_root "${install[@]}" >&2; then
    say "fetching the package lists"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update --quiet=2 >&2
    as_root "${install[@]}" >&2 || die "could not install: $*"
  fi
}

# configure PRESET: runs cmake unless its build folder is already made; ninja runs it again when a
# CMake file has changed.
configure() {
  local log="$dixit_root/build/$1-configure.log"
  [[ -f $dixit_root/build/$1/build.ninja ]] && return
  say "configuring build/$1"
  if ! (cd "$dixit_root" && cmake --preset "$1") > "$log" 2>&1; then
    cat "$log" >&2
    die "cmake --preset $1 failed"
  fi
}

# build PRESET [TARGET...]: brings the targets up to date; silent when they are.
build() {
  local -a ninja=(ninja -C "$dixit_root/build/$1" -j "$(nproc)")
  shift
  if [[ $("${ninja[@]}" -n "$@" 2> /dev/null) == *"no work to do."* ]]; then
    return
  fi
  "${ninja[@]}" "$@" >&2 || die "the build failed"
}
