from concurrent.futures import ThreadPoolExecutor

from simulator.core.faults import faults_reported_to, report_fault

FAULT = KeyError("what broke")


def test_a_fault_goes_to_whoever_writes_reports_and_its_report_is_named() -> None:
    written: list[Exception] = []

    def write(fault: Exception) -> str:
        written.append(fault)
        return "reports/report-1.txt"

    with faults_reported_to(write):
        assert report_fault(FAULT) == "reports/report-1.txt"
    assert written == [FAULT]


def test_a_fault_on_another_thread_is_reported_too() -> None:
    with faults_reported_to(lambda _: "here"), ThreadPoolExecutor(1) as thread:
        assert thread.submit(report_fault, FAULT).result() == "here"


def test_where_nobody_writes_reports_a_fault_has_none() -> None:
    assert report_fault(FAULT) == ""


def test_whoever_decides_last_decides_until_they_are_done() -> None:
    with faults_reported_to(lambda _: "outside"):
        with faults_reported_to(lambda _: "inside"):
            assert report_fault(FAULT) == "inside"
        assert report_fault(FAULT) == "outside"
