// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "tests/torture/places.h"
#include "ui/dialogs/prompter.h"

#include <array>
#include <deque>
#include <functional>
#include <utility>

namespace inkling::torture {

/// Answers at once or later, by chance.
class Asker final : public ui::Prompter {
public:
  /// `newFile` makes the name of a file that is chosen.
  Asker(Random& random, std::function<QString()> newFile)
      : m_random(random),
        m_newFile(std::move(newFile)) {}

  void ask(Question, std::function<void(Answer)> answered) override {
    ++m_asked;
    constexpr std::array kAnswers{Answer::Save, Answer::Go, Answer::Go, Answer::Cancel};
    reply([answered, answer = oneOf(kAnswers, m_random)] { answered(answer); });
  }
  void chooseFile(File, const QString&, std::function<void(const QString&)> chosen) override {
    const QString path = m_random.below(4) == 0 ? QString() : m_newFile();
    reply([chosen, path] { chosen(path); });
  }

  void chooseOne(const QString&, const QStringList& titles,
                 std::function<void(int)> chosen) override {
    const int one = static_cast<int>(m_random.below(static_cast<std::uint32_t>(titles.size() + 1)));
    reply([chosen, one] { chosen(one - 1); });
  }

  /// The session is gone.
  void forget() { m_open.clear(); }
  int asked() const { return m_asked; }
  bool isWaiting() const { return !m_open.empty(); }
  /// The oldest open question is answered now.
  void answer() {
    const auto reply = std::move(m_open.front());
    m_open.pop_front();
    reply();
  }

private:
  void reply(std::function<void()> give) {
    if (m_random.below(3) == 0)
      m_open.push_back(std::move(give));
    else
      give();
  }

  Random& m_random;
  std::function<QString()> m_newFile;
  int m_asked = 0;
  std::deque<std::function<void()>> m_open;
};

}  // namespace inkling::torture
