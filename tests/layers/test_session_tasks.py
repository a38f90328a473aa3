"""Background tasks: results, failures and cancelling reach the main thread; nothing raises into QGIS."""

import threading
import time

import pytest


@pytest.fixture
def tasks(qgis_app):
    from territory_manager.layers import tasks

    yield tasks
    tasks.abandon_all()


def wait_for(condition, seconds=5.0):
    from qgis.PyQt.QtCore import QCoreApplication

    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    return condition()


def heard(task):
    """Everything the task says, in order."""
    said = []
    task.succeeded.connect(lambda result: said.append(("succeeded", result, threading.current_thread())))
    task.failed.connect(lambda words: said.append(("failed", words, threading.current_thread())))
    task.stopped.connect(lambda: said.append(("stopped", None, threading.current_thread())))
    return said


def test_the_result_arrives_in_the_main_thread(tasks):
    threads = []

    def work(progress, cancelled):
        threads.append(threading.current_thread())
        progress(50, "half way")
        return 42

    task = tasks.CoreTask("Counting", work)
    said, words = heard(task), []
    task.told.connect(lambda text: words.append((text, threading.current_thread())))
    task.start()
    assert wait_for(lambda: said)
    assert said == [("succeeded", 42, threading.main_thread())]
    assert wait_for(lambda: words == [("half way", threading.main_thread())])
    assert threads[0] is not threading.main_thread()


@pytest.mark.parametrize("error", [ValueError("Polk is too heavy."), RuntimeError("boom"), KeyError("x")])
def test_an_error_becomes_words(tasks, error):
    def work(progress, cancelled):
        raise error

    task = tasks.CoreTask("Failing", work)
    said = heard(task)
    task.start()
    assert wait_for(lambda: said)
    assert said[0][:2] == ("failed", str(error))


def until_cancelled(best):
    def work(progress, cancelled):
        while not cancelled():
            time.sleep(0.005)
        return best

    return work


def test_cancel_keeps_the_best(tasks):
    task = tasks.CoreTask("Searching", until_cancelled("best so far"))
    said = heard(task)
    task.start()
    wait_for(lambda: task.status() == task.Running, 2)
    task.cancel()
    assert wait_for(lambda: said)
    assert said[0][:2] == ("succeeded", "best so far")


def test_cancel_before_any_result_says_so(tasks):
    task = tasks.CoreTask("Searching", until_cancelled(None))
    said = heard(task)
    task.start()
    wait_for(lambda: task.status() == task.Running, 2)
    task.cancel()
    assert wait_for(lambda: said)
    assert said[0][0] == "stopped"


def test_an_abandoned_task_says_nothing(tasks):
    task = tasks.CoreTask("Searching", until_cancelled("unwanted"))
    said = heard(task)
    task.start()
    wait_for(lambda: task.status() == task.Running, 2)
    task.abandon()
    assert wait_for(lambda: not tasks._running)
    wait_for(lambda: said, 0.2)
    assert said == []


def test_abandoning_all_ends_them(tasks):
    started = [tasks.CoreTask(f"Search {number}", until_cancelled(number)) for number in range(2)]
    said = [heard(task) for task in started]
    for task in started:
        task.start()
    tasks.abandon_all()
    assert wait_for(lambda: not tasks._running)
    assert said == [[], []]
