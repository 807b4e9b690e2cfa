// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AttachmentList.h"

#include <QWidget>

class QImage;
class QListView;
class QMenu;

namespace comptoir::ui {

class AttachmentModel;
class KeyButton;
class Notice;

/// The files beside a ticket or draft. Enter opens (or saves), the context-menu key says what else can be done, Delete takes one from a draft. Absent
/// where there is none and nothing to say.
class AttachmentStrip : public QWidget
{
    Q_OBJECT

public:
    /// What Enter does. Where files are only saved, a button beside the title says so.
    enum class Enter { Opens, Saves };

    explicit AttachmentStrip(QWidget *parent = nullptr, Enter enter = Enter::Opens);

    void show(const std::vector<desk::AttachmentLine> &files);
    using QWidget::show;
    void showPicture(domain::AttachmentId id, const QImage &picture);
    /// Something to say about one: it was not attached, it is not opened from here.
    void say(const QString &text, bool failed);
    void sayNothing();

    [[nodiscard]] const std::vector<desk::AttachmentLine> &files() const;
    [[nodiscard]] bool hasPicture(domain::AttachmentId id) const;
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void openWanted(const comptoir::desk::AttachmentLine &file);
    void saveWanted(const comptoir::desk::AttachmentLine &file);
    void removeWanted(const comptoir::desk::AttachmentLine &file);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] const desk::AttachmentLine *chosen() const;
    void offer(const QPoint &at);
    void fit();
    void enter();
    void nameSaving();

    Enter m_enter;
    AttachmentModel *m_model;
    QListView *m_list;
    KeyButton *m_save = nullptr; ///< none where Enter opens
    Notice *m_notice;
};

} // namespace comptoir::ui
