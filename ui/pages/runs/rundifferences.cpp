// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the Runs page says about the recipes of the selected runs.

#include "core/base/error.h"
#include "core/recipe/recipelibrary.h"
#include "ui/pages/learn/recipe/recipechanges.h"
#include "ui/pages/runs/runcolours.h"
#include "ui/pages/runs/runspage.h"
#include "ui/pages/runs/runtable.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"

#include <algorithm>
#include <optional>

namespace inkling::ui {

namespace {

/// The bundled recipe of that name.
std::optional<Recipe> presetOf(const Recipe& recipe, const std::filesystem::path& resources) {
  try {
    const auto names = bundledNames(resources);
    if (std::ranges::find(names, recipe.name) == names.end()) return std::nullopt;
    return findRecipe(recipe.name, resources);
  } catch (const Error&) {
    return std::nullopt;  // the Learn page has said what is wrong with it
  }
}

QString escaped(const QStringList& lines) {
  QStringList safe;
  for (const QString& line : lines) safe << line.toHtmlEscaped();
  return safe.join(QStringLiteral("<br>"));
}

}  // namespace

QString RunsPage::differencesText() const {
  const RunsPlot::Runs& runs = m_loss->runs();
  if (runs.size() < 2) {
    const QString hint =
        tr("Select several runs with Ctrl or Shift to lay their curves over one another and "
           "see here what differs in their recipes.");
    return runs.empty() ? hint : changesText(*runs.front()) + hint;
  }
  QStringList parts;
  for (std::size_t i = 1; i < runs.size(); ++i) {
    QStringList lines;
    const Recipe& from = runs[0]->result.recipe;
    const Recipe& to = runs[i]->result.recipe;
    if (from.data.set != to.data.set)
      lines << tr("data %1 → %2")
                   .arg(QString::fromStdString(from.data.set), QString::fromStdString(to.data.set));
    lines << recipeChanges(from, to);
    if (lines.isEmpty()) lines << tr("the same recipe");
    parts << QStringLiteral(
                 "<b><span style='color:%1'>%2</span> → <span style='color:%3'>%4"
                 "</span></b><br>%5")
                 .arg(runColour(palette(), 0).name(), nameOf(*runs[0]).toHtmlEscaped(),
                      runColour(palette(), static_cast<int>(i)).name(),
                      nameOf(*runs[i]).toHtmlEscaped(), escaped(lines));
  }
  return parts.join(QStringLiteral("<p>"));
}

QString RunsPage::changesText(const RunRecord& run) const {
  const Recipe& recipe = run.result.recipe;
  const auto preset = presetOf(recipe, m_session.resources());
  if (!preset) return {};
  const QString title = titleOf(*preset).toHtmlEscaped();
  const QStringList changes = recipeChanges(*preset, recipe);
  if (changes.isEmpty()) return tr("The recipe “%1”, unchanged.").arg(title) + "<p>";
  return QStringLiteral("<b>%1</b><br>%2<p>")
      .arg(tr("Changed from “%1”").arg(title), escaped(changes));
}

}  // namespace inkling::ui
