"""The workers' supervisor: uvicorn's, which notices at once when a worker dies."""

from __future__ import annotations

from uvicorn.supervisors import Multiprocess


class Crew(Multiprocess):
    """Replaces a worker that was killed in less than a second, whatever it was about to say.

    The supervisor asks its workers whether they live and waits for the answer, a minute if need be: a worker
    that loads its bundle is silent for a while. As long as it holds the worker's end of the pipe itself, that
    minute passes for a worker that was killed in between as well. So it lets go of that end.
    """

    def init_processes(self) -> None:
        """Start all workers."""
        super().init_processes()
        self._let_go()

    def keep_subprocess_alive(self) -> None:
        """Replace those that died."""
        super().keep_subprocess_alive()
        self._let_go()

    def _let_go(self) -> None:
        for process in self.processes:
            process.child_conn.close()  # again and again does no harm
