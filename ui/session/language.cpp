// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace inkling::ui {

namespace {

bool wantsChinese(Language language) {
  if (language != Language::System) return language == Language::Chinese;
  return QLocale::system().language() == QLocale::Chinese;
}

/// Lives as long as the application, which owns it.
QTranslator* translator(const char* name) {
  auto* found = qApp->findChild<QTranslator*>(QLatin1String(name));
  if (!found) {
    found = new QTranslator(qApp);
    found->setObjectName(QLatin1String(name));
  }
  return found;
}

}  // namespace

void applyLanguage(Language language) {
  QTranslator* own = translator("inklingTranslator");
  QTranslator* qt = translator("qtTranslator");
  QCoreApplication::removeTranslator(qt);
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  if (wantsChinese(language)) {
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    if (qt->load(QStringLiteral("qtbase_zh_CN"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
      QCoreApplication::installTranslator(qt);
    if (own->load(QStringLiteral(":/i18n/inkling_zh_CN.qm")))
      QCoreApplication::installTranslator(own);
  } else {
    QCoreApplication::removeTranslator(own);
  }
}

QString languageName(Language language) {
  switch (language) {
    case Language::English:
      return QStringLiteral("en");
    case Language::Chinese:
      return QStringLiteral("zh_CN");
    case Language::System:
      break;
  }
  return QStringLiteral("system");
}

Language languageFromName(const QString& name) {
  for (const Language language : {Language::English, Language::Chinese})
    if (name == languageName(language)) return language;
  return Language::System;
}

}  // namespace inkling::ui
