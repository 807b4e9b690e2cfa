// SPDX-License-Identifier: GPL-3.0-or-later
#include "Executors.h"

namespace comptoir::store {

ThreadExecutor::ThreadExecutor(const QString &name) : m_thread(QThread::create([this] { loop(); }))
{
    m_thread->setObjectName(name);
    m_thread->start();
}

ThreadExecutor::~ThreadExecutor()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_ending = true;
    }
    m_wake.wakeOne();
    m_thread->wait();
}

void ThreadExecutor::run(std::function<void()> work)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_work.push_back(std::move(work));
    }
    m_wake.wakeOne();
}

void ThreadExecutor::loop()
{
    QMutexLocker lock(&m_mutex);
    for (;;) {
        if (m_work.empty()) {
            if (m_ending) {
                return;
            }
            m_wake.wait(&m_mutex);
            continue;
        }
        std::function<void()> work = std::move(m_work.front());
        m_work.pop_front();
        lock.unlock();
        work();
        work = nullptr; // what it holds dies here, not under the lock
        lock.relock();
    }
}

} // namespace comptoir::store
