import supervisor

if __name__ == "__main__":
    supervisor.become("pidproxy")
