// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/preferences.h"

#include <QDir>
#include <QSettings>
#include <QThread>

#include <array>
#include <optional>
#include <utility>

namespace inkling::ui {

namespace {

using Values = PreferenceValues;

QVariant toStored(Language value) { return languageName(value); }
QVariant toStored(Theme value) { return themeName(value); }
QVariant toStored(const QString& value) { return value; }
QVariant toStored(int value) { return value; }
QVariant toStored(bool value) { return value; }

/// Nothing, if it is no such value.
template <typename Value>
std::optional<Value> fromStored(const QVariant& stored);

template <>
std::optional<Language> fromStored(const QVariant& stored) {
  return languageFromName(stored.toString());
}
template <>
std::optional<Theme> fromStored(const QVariant& stored) {
  return themeFromName(stored.toString());
}
template <>
std::optional<QString> fromStored(const QVariant& stored) {
  const QString folder = stored.toString();
  return QDir::isAbsolutePath(folder) ? std::optional(folder) : std::nullopt;
}
template <>
std::optional<int> fromStored(const QVariant& stored) {
  bool isNumber = false;
  const int number = stored.toInt(&isNumber);
  return isNumber ? std::optional(number) : std::nullopt;
}
template <>
std::optional<bool> fromStored(const QVariant& stored) {
  const QString word = stored.toString();
  if (word == QLatin1String("true")) return true;
  if (word == QLatin1String("false")) return false;
  return std::nullopt;
}

/// A value in the settings file.
struct Entry {
  const char* key;
  QVariant (*stored)(const Values&);
  void (*take)(Values&, const QVariant&);  ///< leaves what makes no sense at its default
};

template <auto kWhich>
QVariant storedOf(const Values& values) {
  return toStored(values.*kWhich);
}

template <auto kWhich>
void takeInto(Values& values, const QVariant& stored) {
  auto& value = values.*kWhich;
  if (const auto found = fromStored<std::remove_reference_t<decltype(value)>>(stored))
    value = *found;
}

template <auto kWhich, int kLeast, int kMost>
void takeBetween(Values& values, const QVariant& stored) {
  const auto found = fromStored<int>(stored);
  if (found && *found >= kLeast && *found <= kMost) values.*kWhich = *found;
}

void takeThreads(Values& values, const QVariant& stored) {
  const auto found = fromStored<int>(stored);
  if (found && *found >= 0 && *found <= Preferences::mostThreads()) values.threads = *found;
}

template <auto kWhich>
constexpr Entry entry(const char* key) {
  return {key, storedOf<kWhich>, takeInto<kWhich>};
}

template <auto kWhich, int kLeast, int kMost>
constexpr Entry entry(const char* key) {
  return {key, storedOf<kWhich>, takeBetween<kWhich, kLeast, kMost>};
}

constexpr std::array kEntries{
    entry<&Values::language>("view/language"),
    entry<&Values::theme>("view/theme"),
    entry<&Values::textSize, Values::kLeastText, Values::kMostText>("view/textSize"),
    entry<&Values::lesson>("view/lesson"),
    entry<&Values::advice>("view/advice"),
    Entry{"run/threads", storedOf<&Values::threads>, takeThreads},
    entry<&Values::checkpoint>("run/keep"),
    entry<&Values::runsFolder>("runs/folder"),
    entry<&Values::runsLimit, Values::kLeastRuns, Values::kMostRuns>("runs/limit"),
};

QString keyOf(const Entry& entry) { return QLatin1String(entry.key); }

}  // namespace

Preferences::Preferences(QObject* parent) : QObject(parent) {
  const QSettings settings;
  for (const Entry& entry : kEntries)
    if (settings.contains(keyOf(entry))) entry.take(m_values, settings.value(keyOf(entry)));
}

int Preferences::mostThreads() { return QThread::idealThreadCount(); }

void Preferences::set(const PreferenceValues& values) {
  if (values == m_values) return;
  QSettings settings;
  for (const Entry& entry : kEntries) {
    const QVariant stored = entry.stored(values);
    if (stored != entry.stored(m_values)) settings.setValue(keyOf(entry), stored);
  }
  take(values);
}

void Preferences::restoreDefaults() {
  QSettings settings;
  for (const Entry& entry : kEntries) settings.remove(keyOf(entry));
  take({});
}

void Preferences::take(const PreferenceValues& values) {
  QSettings settings;
  settings.sync();
  const bool written = settings.status() != QSettings::AccessError;
  const PreferenceValues before = std::exchange(m_values, values);
  if (before != values) emit changed(before);
  if (std::exchange(m_refused, !written) || written) return;
  emit failed(tr("Preferences cannot be saved in %1. They apply until Inkling is closed.")
                  .arg(QDir::toNativeSeparators(settings.fileName())));
}

}  // namespace inkling::ui
