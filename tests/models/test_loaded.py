"""Models kept between jobs."""

import threading
from collections.abc import Callable

import pytest

from engine.models.loaded import LoadedModels


def loader(name: str, loaded: list[str]) -> Callable[[], str]:
    def load() -> str:
        loaded.append(name)
        return name

    return load


def use(models: LoadedModels, name: str, size: int, loaded: list[str]) -> None:
    with models.use(name, loader(name, loaded), size) as model:
        assert model == name


def test_a_model_is_loaded_once() -> None:
    models, loaded = LoadedModels(10), list[str]()
    use(models, "a", 5, loaded)
    use(models, "a", 5, loaded)
    assert loaded == ["a"]
    assert models.size == 5


def test_the_least_recently_used_goes_first() -> None:
    models, loaded = LoadedModels(10), list[str]()
    for name in ("a", "b", "a", "c"):
        use(models, name, 5, loaded)
    assert models.keys == ("a", "c")
    use(models, "b", 5, loaded)
    assert loaded == ["a", "b", "c", "b"]
    assert models.size <= 10


def test_room_is_made_before_loading() -> None:
    models, loaded = LoadedModels(10), list[str]()
    use(models, "a", 10, loaded)
    sizes = []
    with models.use("b", lambda: sizes.append(models.size), 10):
        pass
    assert sizes == [0]


def test_a_lent_model_stays() -> None:
    models, loaded = LoadedModels(10), list[str]()
    with models.use("a", loader("a", loaded), 8):
        use(models, "b", 8, loaded)
        assert "a" in models.keys
        assert models.drop_all() in (0, 8)
        assert "a" in models.keys
    assert models.size <= 10


def test_a_model_larger_than_the_budget_goes_after_its_use() -> None:
    models, loaded = LoadedModels(10), list[str]()
    use(models, "huge", 50, loaded)
    assert models.keys == ()
    none = LoadedModels(0)
    use(none, "a", 1, loaded)
    assert none.keys == ()


def test_nobody_waits_for_a_model_that_is_being_loaded() -> None:
    """The engine's heartbeat drops idle models; were it to wait for a load, the window would take it for hung."""
    models, loading, go_on = LoadedModels(10, idle_seconds=60), threading.Event(), threading.Event()

    def load() -> str:
        loading.set()
        assert go_on.wait(10)
        return "a"

    thread = threading.Thread(target=use_slow, args=(models, load))
    thread.start()
    assert loading.wait(10)
    looked = threading.Thread(target=lambda: (models.drop_idle(), models.drop_all(), models.set_budget(9)))
    looked.start()
    looked.join(5)
    waits = looked.is_alive()
    go_on.set()
    thread.join(10)
    looked.join(10)
    assert not waits
    assert models.keys == ("a",)


def use_slow(models: LoadedModels, load: Callable[[], str]) -> None:
    with models.use("a", load, 5) as model:
        assert model == "a"


def test_a_failed_load_keeps_nothing() -> None:
    models = LoadedModels(10)

    def fail() -> None:
        raise MemoryError

    with pytest.raises(MemoryError), models.use("a", fail, 5):
        pass
    assert models.keys == ()


def test_unload_now() -> None:
    models, loaded = LoadedModels(10), list[str]()
    use(models, "a", 4, loaded)
    use(models, "b", 5, loaded)
    assert models.drop_all() == 9
    assert models.size == 0


def test_idle_models_are_dropped_after_their_time() -> None:
    now = [0.0]
    models, loaded = LoadedModels(10, idle_seconds=60, clock=lambda: now[0]), list[str]()
    use(models, "a", 4, loaded)
    now[0] = 30
    use(models, "b", 5, loaded)
    now[0] = 61
    assert models.drop_idle() == 4
    assert models.keys == ("b",)
    assert LoadedModels(10, clock=lambda: now[0]).drop_idle() == 0


def test_a_smaller_budget_drops_at_once() -> None:
    models, loaded = LoadedModels(10), list[str]()
    use(models, "a", 4, loaded)
    use(models, "b", 5, loaded)
    models.set_budget(6)
    assert models.keys == ("b",)


def test_two_threads_load_one_model_once() -> None:
    models, loaded = LoadedModels(10), list[str]()
    threads = [threading.Thread(target=use, args=(models, "a", 5, loaded)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert loaded == ["a"]
