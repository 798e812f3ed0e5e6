#!/usr/bin/env bash
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the lines of a plan as a Slurm array, one task a line:
#
#   inkling-cli sweep plan notebook-002 --dir /shared/sweep > plan
#   sbatch --array=1-$(wc -l < plan) slurm-array.sh plan
#   inkling-cli sweep collect --dir /shared/sweep      (when the array is done)
#
# The folder must be one that every node sees. Tasks that are killed can simply be submitted again:
# what is finished is skipped.
#SBATCH --job-name=inkling-sweep
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --time=02:00:00
#SBATCH --output=inkling-sweep-%A-%a.log
set -eu

plan=${1:?usage: sbatch --array=1-LINES slurm-array.sh PLAN}
line=${SLURM_ARRAY_TASK_ID:?not started as an array: sbatch --array=1-$(wc -l <"$plan") $0 $plan}
command=$(sed -n "${line}p" "$plan")
[ -n "$command" ] || { echo "$plan has no line $line" >&2; exit 1; }
eval "$command"
