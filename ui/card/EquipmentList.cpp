// SPDX-License-Identifier: GPL-3.0-or-later
#include "EquipmentList.h"

#include "KeyButton.h"
#include "Layouts.h"
#include "LineButton.h"
#include "PlainLabel.h"
#include "Words.h"

#include <QBoxLayout>

namespace comptoir::ui {

namespace {

constexpr std::size_t kMostMachines = 4;

QString details(const domain::Asset &asset)
{
    QStringList parts{asset.model, asset.note.left(80)};
    parts.removeAll(QString());
    return parts.isEmpty() ? Words::of(asset.kind) : parts.join(u" · "_qs);
}

} // namespace

const domain::Asset *reachable(const std::vector<domain::Asset> &assets)
{
    const auto found = std::find_if(assets.begin(), assets.end(), [](const domain::Asset &asset) { return !asset.remote.list.empty(); });
    return found == assets.end() ? nullptr : &*found;
}

EquipmentList::EquipmentList(QWidget *parent) : QWidget(parent), m_lines(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(new SectionLabel(tr("Equipment"), this));
    m_lines->setSpacing(0);
    column->addLayout(m_lines);
    hide();
}

void EquipmentList::show(const std::vector<domain::Asset> &assets)
{
    if (assets == m_shown) {
        return; // the machine under the keyboard stays there
    }
    m_shown = assets;
    emptyLayout(*m_lines);
    const domain::Asset *first = reachable(assets);
    for (std::size_t i = 0; i < std::min(assets.size(), kMostMachines); ++i) {
        const domain::Asset &asset = assets[i];
        auto *holder = new QWidget(this);
        auto *row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto *line = new LineButton(holder);
        line->setPressable(false);
        line->setTextMuted(true);
        line->show(Words::iconOf(asset.kind), asset.name, details(asset), {});
        row->addWidget(line, 1);
        if (!asset.remote.list.empty()) {
            auto *take = new KeyButton(tr("Take control"), u"monitor-up"_qs, KeyButton::Look::Normal, holder);
            take->setAccessibleName(tr("Take control of %1").arg(asset.name));
            if (&asset == first) {
                take->setKeyHint(u"F7"_qs);
            }
            connect(take, &KeyButton::clicked, this, [this, asset] { Q_EMIT assistWanted(asset); });
            row->addWidget(take);
        }
        m_lines->addWidget(holder);
    }
    setVisible(!assets.empty());
}

} // namespace comptoir::ui
