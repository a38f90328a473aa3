"""Whatever is done to the layer, and by whom, the session's numbers are those of a fresh computation."""

import pytest

pytest.importorskip("pandas")

from standins.edits import Editor, make_grid, same


@pytest.fixture
def grid_layer(project, tmp_path):
    return make_grid(project, tmp_path)


@pytest.fixture
def session(grid_layer):
    from territory_manager.layers.opening import open_session

    session = open_session(grid_layer, "territory", ["pop", "sales"], weights=[2, 1])
    yield session
    session.close()


@pytest.mark.parametrize("seed", [*range(8), 226, 232, 272, 303])
def test_after_every_edit_the_numbers_are_those_of_a_fresh_computation(session, seed):
    editor = Editor(session, seed)
    done = []
    for _ in range(30):
        done.append(editor.step())
        try:
            same(session)
        except AssertionError as error:
            raise AssertionError(f"after {done}") from error


@pytest.mark.parametrize("seed", [*range(100, 104), 307, 320])
def test_edits_applied_together_give_the_same_numbers(session, seed):
    editor = Editor(session, seed)
    done = []
    for _ in range(8):
        for _ in range(int(editor.choose.integers(2, 9))):
            done.append(editor.step())
        try:
            same(session)
        except AssertionError as error:
            raise AssertionError(f"after {done}") from error
